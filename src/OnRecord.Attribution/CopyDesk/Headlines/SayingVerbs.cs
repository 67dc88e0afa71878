namespace OnRecord.Attribution.CopyDesk.Headlines;

/// <summary>How far a verb of saying goes.</summary>
internal enum Strength
{
    /// <summary>It leaves a way out: <c>indicate</c>, <c>suggest</c>.</summary>
    Hint = 1,

    /// <summary>It only says.</summary>
    Say = 2,

    /// <summary>It binds the one who says it: <c>deny</c>, <c>admit</c>, <c>vow</c>.</summary>
    Commit = 3,

    /// <summary>It makes what is said a fact: <c>prove</c>.</summary>
    Prove = 4,
}

/// <summary>Verbs of saying and how far each goes.</summary>
internal static class SayingVerbs
{
    private static readonly (Strength Strength, string Verbs)[] Ladder =
    [
        (
            Strength.Hint,
            "indicate suggest hint imply signal appear seem speculate intimate wonder consider weigh think believe feel expect hope estimate doubt question"
        ),
        (
            Strength.Commit,
            "deny admit confirm vow promise pledge reject refuse accuse threaten condemn acknowledge concede confess dismiss dispute refute rebut swear guarantee "
                + "announce declare insist maintain verify decline denounce apologize apologise agree"
        ),
        (Strength.Say, "say"),
        (Strength.Prove, "prove reveal expose show find demonstrate establish conclude disprove debunk"),
    ];

    /// <summary>Verbs that say the same of what is said, so that one in the text bears out another in the headline.</summary>
    private static readonly string[] Families =
    [
        "deny reject refuse dismiss dispute refute rebut disprove debunk decline",
        "admit acknowledge concede confess confirm apologize apologise agree",
        "vow promise pledge swear guarantee commit insist threaten announce declare agree",
        "accuse condemn denounce",
        "prove show find demonstrate establish conclude confirm",
        "reveal expose show find disclose admit confirm announce",
    ];

    private static readonly HashSet<string> InHeadlines =
    [
        .. "say deny admit confirm vow promise pledge reject refuse accuse threaten condemn concede prove reveal expose".Split(
            ' '
        ),
    ];

    private static readonly Dictionary<string, (string Verb, Strength Strength)> Forms = new(
        from step in Ladder
        from verb in step.Verbs.Split(' ')
        from form in Inflected(verb)
        select KeyValuePair.Create(form, (verb, step.Strength))
    );

    /// <summary>The strong verb of a headline that a word is a form of; null where it is none.</summary>
    public static (string Verb, Strength Strength)? InHeadline(string word) =>
        Forms.TryGetValue(word, out var found) && InHeadlines.Contains(found.Verb) ? found : null;

    /// <summary>The verb that the words of a cue are a form of: a plain saying where it is in no list.</summary>
    public static (string Verb, Strength Strength) Of(CopyText cue)
    {
        foreach (var word in cue.Words)
            if (Forms.TryGetValue(word.Lower, out var found))
                return found;
        return ("say", Strength.Say);
    }

    /// <summary>Whether one verb bears out the other.</summary>
    public static bool BearsOut(string cue, string headline) =>
        cue == headline
        || Families.Any(family =>
        {
            var verbs = family.Split(' ');
            return verbs.Contains(cue) && verbs.Contains(headline);
        });

    private static IEnumerable<string> Inflected(string verb)
    {
        var stem = verb.EndsWith('e') ? verb[..^1] : verb;
        if (verb.EndsWith('y') && verb is not "say")
            return [verb, verb[..^1] + "ies", verb[..^1] + "ied", verb + "ing"];
        return verb switch
        {
            "say" => ["say", "says", "said", "saying"],
            "think" => ["think", "thinks", "thought", "thinking"],
            "feel" => ["feel", "feels", "felt", "feeling"],
            "swear" => ["swear", "swears", "swore", "sworn", "swearing"],
            "show" => ["show", "shows", "showed", "shown", "showing"],
            "find" => ["find", "finds", "found", "finding"],
            "admit" => ["admit", "admits", "admitted", "admitting"],
            "rebut" => ["rebut", "rebuts", "rebutted", "rebutting"],
            "prove" => ["prove", "proves", "proved", "proven", "proving"],
            _ =>
            [
                verb,
                verb + (verb.EndsWith('s') || verb.EndsWith("sh", StringComparison.Ordinal) ? "es" : "s"),
                stem + "ed",
                stem + "ing",
            ],
        };
    }
}
