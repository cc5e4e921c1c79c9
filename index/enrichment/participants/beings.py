"""The words for whom or what a study is made on, found in one walk over a text.

The longest phrase wins, so that "fish oil" is no fish and "mouse anti" no mouse.
"""

from __future__ import annotations

import re
from collections import Counter
from enum import Enum
from typing import Final


class Word(Enum):
    """What a word or phrase speaks for."""

    PERSON = "a person who can be counted"
    HUMAN = "people, in other words"
    LAB_ANIMAL = "an animal that laboratories keep"
    ANIMAL = "any other animal"
    CELL = "cells"
    DISH = "work in a dish or a tube"
    BENCH = "molecular work"
    MICROBE = "bacteria, fungi and other small life"
    PLANT = "plants"
    NOTHING = "nothing, though its words do"


def _listed(phrases: str) -> list[str]:
    return [" ".join(phrase.split()) for phrase in phrases.split("|")]


PEOPLE: Final = _listed(
    """
        patients | participants | volunteers | women | men | children | adults | adolescents |
        teenagers | youths | youth | infants | newborns | neonates | babies | toddlers | boys |
        girls | mothers | fathers | parents | individuals | persons | people | subjects | students
        | undergraduates | respondents | residents | workers | employees | nurses | physicians |
        doctors | clinicians | practitioners | veterans | soldiers | athletes | smokers |
        nonsmokers | survivors | recipients | donors | carriers | cases | controls | inpatients |
        outpatients | twins | citizens | villagers | seniors | caregivers | carers | drivers |
        pregnancies | males | females | pupils | schoolchildren | teachers | immigrants | refugees
        | inhabitants | consumers | users | players | runners | members | relatives | siblings |
        couples | births | probands
    """
)
"""Nouns for people; "cases" and "controls" are people where a number stands before them."""

ANIMALS_COUNTED: Final = _listed(
    """
        mice | rats | hamsters | rabbits | ferrets | macaques | monkeys | dogs | cats | pigs |
        piglets | sheep | lambs | goats | cattle | cows | calves | horses | fish | zebrafish |
        chickens | broilers | hens | birds | animals | bees | sharks | bats | frogs | flies |
        worms
    """
)

_PHRASES: Final = {
    Word.PERSON: [*PEOPLE, "patient", "woman", "child", "infant", "girl", "boy"],
    Word.HUMAN: _listed(
        """
        in humans | in human | in man | humans | human subjects | human volunteers | human
        participants | human observers | human population | human populations | human brain |
        human brains | pregnant | pregnancy | population based | clinical trial | clinical trials
        | clinical practice | clinical outcomes | hospitalized | hospitalised | household |
        households | epidemiological | epidemiology | year old | maternal | national survey
    """
    ),
    Word.LAB_ANIMAL: _listed(
        """
        mouse | mice | murine | rat | rats | rodent | rodents | hamster | hamsters | guinea pig |
        guinea pigs | gerbil | gerbils | rabbit | rabbits | ferret | ferrets | macaque | macaques
        | marmoset | marmosets | rhesus | zebrafish | danio rerio | drosophila | fruit fly | fruit
        flies | caenorhabditis | c elegans | xenopus | axolotl | nonhuman primate | nonhuman
        primates | non human primate | non human primates | monkey | monkeys | baboon | baboons |
        chimpanzee | chimpanzees | beagle | beagles | minipig | minipigs | piglet | piglets |
        animal model | animal models | transgenic animals | knockout animals | experimental
        animals | laboratory animals | obese animals | chick embryo | chick embryos
    """
    ),
    Word.ANIMAL: _listed(
        """
        animal | animals | dog | dogs | canine | cats | feline | pig | pigs | porcine | swine |
        sheep | ovine | lamb | lambs | ewes | goat | goats | caprine | cattle | cow | cows |
        calves | bovine | heifers | steers | bulls | horse | horses | equine | fish | fishes |
        salmon | trout | carp | flies | nematode | nematodes | frog | frogs | anuran | tadpoles |
        toad | toads | chicken | chickens | chicks | chick | poultry | broiler | broilers | hen |
        hens | quail | bird | birds | songbird | songbirds | avian | passerine | passerines |
        sparrows | finches | crows | bats | shark | sharks | bee | bees | honeybee | honeybees |
        bumblebees | wasp | wasps | ants | mosquito | mosquitoes | insect | insects | aphid |
        aphids | beetle | beetles | moth | moths | butterfly | butterflies | spider | spiders |
        ticks | mite | mites | snail | snails | squid | octopus | apes | great apes | lemurs |
        elephants | whales | dolphins | seals | wolves | deer | livestock | reptiles | lizards |
        snakes | turtles | amphibians | arthropod | arthropods | centipede | crustaceans | corals
        | sponges | mammals | vertebrates | invertebrates | dinosaurs | platypus | opossums |
        voles | shrews | squirrels | bitches | worm | worms | planarians | sea urchin | sea
        urchins | lampreys | gastropoda | gastropods | molluscs | primate | primates | mammal |
        barrows | gilts
    """
    ),
    Word.CELL: _listed(
        """
        cell | cells | fibroblasts | hepatocytes | macrophages | keratinocytes | lymphocytes |
        neurons | astrocytes | adipocytes | osteoblasts | myocytes | cardiomyocytes | monocytes |
        neutrophils | oocytes | platelets | erythrocytes | myotubes | organoid | organoids |
        explant | explants | spheroids | somatic cells
    """
    ),
    Word.DISH: _listed(
        """
        in vitro | ex vivo | cell line | cell lines | cell culture | cell cultures | cultured |
        long term cultures | bone marrow cultures | tissue culture | primary cultures |
        transfected | transfection | sirna | sirnas | si rna | small interfering rna | small
        interfering rnas | shrna | knockdown | knocked down | human cells | mammalian cells | stem
        cell | stem cells | hela | hek293 | hek293t | hek 293 | mcf7 | mcf 7 | mcf10a | hepg2 |
        u2os | nih3t3 | 3t3 | cos 7 | vero | caco 2 | a549 | jurkat | k562 | pc12 | huvec | huvecs
        | cancer cell | cancer cells | cell growth | human fibroblasts | human macrophages | human
        hepatocytes | human keratinocytes | human dendritic cells | human monocytes | human
        neutrophils | mature dendritic cells | lcls | lymphoblastoid
    """
    ),
    Word.BENCH: _listed(
        """
        purified | recombinant | phosphorylation | phosphorylated | phosphorylates | kinase |
        kinases | crystal structure | substrate | mutant | mutants | overexpression |
        overexpressed | silencing | binds | binding | helicase | oligonucleotide |
        oligonucleotides | assay | assays | polymerase | translocation | coimmunoprecipitation |
        western blot | immunofluorescence | transcription factor | transcription factors | pathway
        | complex | complexes | protein | proteins | microtubule | microtubules | apoptosis |
        chromatin | dna damage | dna replication | dna repair | x ray | nmr | ligand | ligands |
        receptor | receptors | inhibitor | inhibitors | enzyme | enzymes | nucleoprotein |
        scattering
    """
    ),
    Word.MICROBE: _listed(
        """
        bacteria | bacterial | bacterium | yeast | yeasts | saccharomyces | e coli | escherichia |
        s cerevisiae | pseudomonas | mycobacteria | mycobacterial | mycobacterium | bacillus |
        staphylococcus | streptococcus | salmonella | fungus | fungi | fungal | cryptococcus |
        candida | aspergillus | archaea | archaeal | phage | phages | bacteriophage |
        bacteriophages | mycobacteriophage | mycobacteriophages | prokaryotes | ciliate | ciliates
        | protozoa | plasmodium | microbial | oxytricha | chlamydomonas | toxoplasma | trypanosoma
    """
    ),
    Word.PLANT: _listed(
        """
        plant | plants | arabidopsis | rice | maize | wheat | barley | soybean | soybeans | tomato
        | tomatoes | cotton | seedlings | tree | trees | shrubs | graminoids | crop | crops | leaf
        | leaves | roots | pollen
    """
    ),
    Word.NOTHING: _listed(
        # Reagents, illnesses, food and idioms that name a beast and study none.
        """
        mouse anti | equine encephalitis | murine leukemia virus | simian virus | feline immunodeficiency | rabbit anti | goat anti | donkey anti | rat anti | sheep anti | anti mouse |
        anti rabbit | anti goat | anti rat | mouse monoclonal | rabbit polyclonal | goat serum |
        fetal bovine | foetal bovine | fetal calf | bovine serum | calf serum | horse serum |
        murine leukemia | murine leukaemia | avian influenza | avian flu | bird flu | swine flu |
        swine influenza | fish oil | fish oils | fish consumption | fish intake | animal protein |
        animal products | animal fat | animal foods | cow s milk | cows milk | bovine milk |
        chicken pox | monkey pox | cat scan | dog bite | dog bites | mouse click | papua new
        guinea | fly ash | phylogenetic tree | phylogenetic trees | evolutionary tree | tree of
        life | species tree | plant based | power plant | mosquito net | mosquito nets | mosquito
        bites | insect bites | tick borne | mosquito borne | insect borne | roots of | user
        friendly | future studies | in human cells | in human evolution | case control | negative
        controls | positive controls | cell phone | prison cell | solar cell | solar cells | leaf
        node | community members | family members | in most cases | in some cases | in both cases
        | in all cases | in many cases | in these cases | other people | most people | million
        people | young people | red blood cell count | decision tree
    """
    ),
}
_LEXICON: Final = {
    tuple(phrase.split()): word for word, phrases in _PHRASES.items() for phrase in phrases
}
_LONGEST: Final = max(map(len, _LEXICON))
_FIRST: Final = {phrase[0] for phrase in _LEXICON}
_TOKEN: Final = re.compile(r"[^\W_]+")
_ACRONYM: Final = re.compile(r"\bM?-?(?:FISH|BATS|CATS|MICE|RATS|COWS|PIGS)\b")
"""Fluorescence in situ hybridisation is no fish."""


def tokens_of(text: str) -> list[str]:
    """The words of a text in lower case, cut at hyphens as at blanks."""
    return _TOKEN.findall(_ACRONYM.sub(" ", text).lower())


def count_words(tokens: list[str]) -> Counter[Word]:
    """How often the words speak for each kind."""
    found: Counter[Word] = Counter()
    place = 0
    while place < len(tokens):
        step = 1
        if tokens[place] in _FIRST:
            for length in range(_LONGEST, 0, -1):
                word = _LEXICON.get(tuple(tokens[place : place + length]))
                if word is not None:
                    found[word] += 1
                    step = length
                    break
        place += step
    return found
