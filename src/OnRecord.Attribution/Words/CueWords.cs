namespace OnRecord.Attribution.Words;

/// <summary>The verbs by which English attributes, by what they govern.</summary>
internal static class CueWords
{
    // lemma, past and past participle where they are irregular.
    private static readonly (string Words, CueTraits Traits)[] Verbs =
    [
        ("say:said tell:told", CueTraits.Loose),
        (
            "insist argue testify contend reckon opine boast quip gush fume swear:swore:sworn exclaim posit retort",
            CueTraits.Loose
        ),
        ("vow", CueTraits.Loose | CueTraits.Infinitive | CueTraits.Noun),
        ("claim", CueTraits.Loose | CueTraits.Noun | CueTraits.Infinitive),
        ("joke remark", CueTraits.Loose | CueTraits.Noun),
        ("complain lament caution", CueTraits.Loose),
        (
            "assert declare maintain explain observe reiterate reaffirm affirm attest proclaim predict confess stipulate allege",
            CueTraits.Transitive
        ),
        (
            "announce confirm add reveal disclose recount repeat clarify acknowledge concede convey publish relay recall",
            CueTraits.Transitive
        ),
        ("admit deny acknowledge report recall describe", CueTraits.Transitive | CueTraits.Gerund),
        (
            "emphasize emphasise stress underline underscore highlight mention imply concur surmise guess speculate theorize",
            CueTraits.Transitive
        ),
        ("state note estimate forecast:forecast signal hint comment", CueTraits.Transitive | CueTraits.Noun),
        ("report", CueTraits.Transitive | CueTraits.Noun | CueTraits.Reporting),
        ("write:wrote:written", CueTraits.Transitive | CueTraits.Post),
        ("tweet post blog message text email caption retweet", CueTraits.Transitive | CueTraits.Noun | CueTraits.Post),
        (
            "conclude find:found show indicate suggest demonstrate determine rule hold:held",
            CueTraits.Transitive | CueTraits.Finding | CueTraits.Noun
        ),
        ("suggest indicate propose recommend", CueTraits.Transitive | CueTraits.Gerund),
        ("demand request", CueTraits.Transitive | CueTraits.Noun | CueTraits.Infinitive | CueTraits.Strict),
        ("promise", CueTraits.Transitive | CueTraits.Noun | CueTraits.Infinitive),
        ("pledge threaten", CueTraits.Transitive | CueTraits.Noun | CueTraits.Infinitive | CueTraits.Strict),
        ("point", CueTraits.Strict | CueTraits.Noun),
        ("offer volunteer", CueTraits.Strict | CueTraits.Noun | CueTraits.Infinitive),
        (
            "agree disagree reply respond counter answer interject elaborate decide testify object protest",
            CueTraits.Strict | CueTraits.Noun
        ),
        ("tell:told", CueTraits.Infinitive),
        ("tell:told assure reassure inform notify remind advise warn caution", CueTraits.Loose | CueTraits.Addressed),
        ("warn advise", CueTraits.Infinitive | CueTraits.Loose | CueTraits.Addressed),
        ("urge implore beg press", CueTraits.Infinitive | CueTraits.Strict | CueTraits.Addressed),
        ("order instruct", CueTraits.Infinitive | CueTraits.Strict | CueTraits.Addressed | CueTraits.Noun),
        ("ask", CueTraits.Asking | CueTraits.Infinitive | CueTraits.Addressed),
        ("inquire enquire wonder question query", CueTraits.Asking | CueTraits.Strict | CueTraits.Noun),
        ("read:read", CueTraits.Quoting),
        (
            "continue shout yell scream whisper cry laugh sigh mutter murmur chant sing:sang:sung recite muse exclaim",
            CueTraits.Quoting
        ),
        (
            "conclude begin:began:begun chuckle grin smile shrug snap sneer scoff growl groan gasp whistle",
            CueTraits.Quoting
        ),
        (
            "dispute refute reject dismiss denounce condemn criticise criticize praise hail blast slam describe label",
            CueTraits.Quoting
        ),
        (
            "call brand dub deem term characterize characterise accuse blame tout decry bemoan applaud mock cite quote fault thank portray liken appeal plead",
            CueTraits.Quoting
        ),
    ];

    /// <summary>Each form of each verb.</summary>
    public static IEnumerable<(string Word, Cue Cue, CueForm Form)> Forms()
    {
        var traits = new Dictionary<string, CueTraits>(StringComparer.Ordinal);
        var pasts = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (words, kind) in Verbs)
        {
            foreach (var word in words.Split(' '))
            {
                var parts = word.Split(':');
                traits[parts[0]] = traits.GetValueOrDefault(parts[0]) | kind;
                if (parts.Length > 1)
                    pasts[parts[0]] = parts[1..];
            }
        }
        foreach (var (lemma, kind) in traits)
        {
            var cue = new Cue(lemma, kind);
            yield return (lemma, cue, CueForm.Plain);
            yield return (Inflection.Third(lemma), cue, CueForm.Third);
            yield return (Inflection.Participle(lemma), cue, CueForm.Participle);
            foreach (var past in pasts.GetValueOrDefault(lemma) ?? [Inflection.Past(lemma)])
                yield return (past, cue, CueForm.Past);
        }
    }
}
