namespace OnRecord.Attribution.Words;

/// <summary>What a word may be. A word may be several things; the grammar around it decides.</summary>
[Flags]
internal enum Traits : long
{
    None = 0,
    Capital = 1L << 0,
    Acronym = 1L << 1,
    Determiner = 1L << 2,
    Possessive = 1L << 3,
    Pronoun = 1L << 4,
    ObjectPronoun = 1L << 5,
    Relative = 1L << 6,
    Preposition = 1L << 7,
    Coordinator = 1L << 8,
    Subordinator = 1L << 9,
    Auxiliary = 1L << 10,
    Be = 1L << 11,
    Modal = 1L << 12,
    Negation = 1L << 13,
    Adverb = 1L << 14,
    Past = 1L << 15,
    Ed = 1L << 16,
    Third = 1L << 17,
    Base = 1L << 18,
    Ing = 1L << 19,
    Time = 1L << 20,
    Organisation = 1L << 21,
    Outlet = 1L << 22,
    Role = 1L << 23,
    Male = 1L << 24,
    Female = 1L << 25,
    Title = 1L << 26,
    Country = 1L << 27,
    Demonym = 1L << 28,
    People = 1L << 29,
    Document = 1L << 30,
    Post = 1L << 31,
    Wh = 1L << 32,
    To = 1L << 33,
    That = 1L << 34,
    Tentative = 1L << 35,
    Speech = 1L << 36,
    Have = 1L << 37,
    Adjective = 1L << 38,
    Name = 1L << 39,
    Figures = 1L << 40,
    Refusal = 1L << 41,
    Declining = 1L << 42,

    /// <summary>A verb that is finite wherever it stands.</summary>
    Finite = Auxiliary | Past,

    /// <summary>A given name.</summary>
    Given = Male | Female,
}
