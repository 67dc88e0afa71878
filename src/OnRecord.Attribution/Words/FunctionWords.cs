namespace OnRecord.Attribution.Words;

/// <summary>The small words of English, which hold its sentences together.</summary>
internal static class FunctionWords
{
    public static readonly (Traits Traits, string Words)[] Lists =
    [
        (
            Traits.Determiner,
            "the a an this these those another each every some any no all both either neither several many few most more such own half enough other"
        ),
        (Traits.Determiner | Traits.That, "that"),
        (Traits.Determiner | Traits.Possessive, "his her their its my our your whose"),
        (
            Traits.Determiner,
            "one two three four five six seven eight nine ten eleven twelve dozen dozens hundreds thousands millions hundred thousand million billion"
        ),
        (
            Traits.Pronoun,
            "he she they it i we you someone somebody everyone everybody nobody anyone anybody something nothing everything there others"
        ),
        (Traits.ObjectPronoun, "him her them me us it you himself herself themselves itself myself ourselves"),
        (Traits.Relative | Traits.Wh, "who which whom whose"),
        (Traits.Relative, "that"),
        (Traits.Wh, "what how why whether when where whatever whoever wherever"),
        (
            Traits.Preposition,
            "of in on at by for from with about against between among through during before after under over into onto upon within without"
        ),
        (
            Traits.Preposition,
            "across along around behind beyond near off out outside inside past per since until till toward towards via amid despite including"
        ),
        (
            Traits.Preposition,
            "concerning regarding like unlike as than to up down above below throughout alongside following versus atop amongst beneath beside"
        ),
        (Traits.To, "to"),
        (Traits.Coordinator, "and or but nor yet & then"),
        (
            Traits.Subordinator,
            "if because although though while whereas unless when where after before since until as once whilst lest whenever wherever so"
        ),
        (Traits.Auxiliary | Traits.Be, "is are was were am 's 're 'm"),
        (Traits.Be, "be been being"),
        (Traits.Auxiliary | Traits.Have, "has have had 've"),
        (Traits.Have, "having"),
        (
            Traits.Auxiliary,
            "do does did 'd isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't can't cannot couldn't wouldn't shouldn't ain't mustn't"
        ),
        (
            Traits.Negation,
            "not never isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't can't cannot couldn't wouldn't shouldn't n't"
        ),
        (
            Traits.Auxiliary | Traits.Modal,
            "will would can could may might must should shall 'll won't can't cannot couldn't wouldn't shouldn't mustn't"
        ),
        (Traits.Tentative, "may might could should would can must"),
        (
            Traits.Adverb,
            "also again later then now still just only already even ever often once twice soon instead meanwhile however therefore thus too perhaps maybe"
        ),
        (
            Traits.Adverb,
            "very quite rather almost nearly about always never sometimes further furthermore moreover nonetheless nevertheless otherwise earlier recently"
        ),
        (
            Traits.Adverb,
            "not well back here away first previously initially afterward afterwards ago yet though indeed so far long reportedly allegedly likewise"
        ),
        (Traits.Time, "monday tuesday wednesday thursday friday saturday sunday tues thurs"),
        (
            Traits.Time,
            "january february march april may june july august september october november december jan. feb. apr. aug. sept. oct. nov. dec."
        ),
        (
            Traits.Time,
            "today yesterday tomorrow tonight morning afternoon evening night day week weekend month year years months weeks days hours hour decade century"
        ),
        (Traits.Time, "midnight noon p.m. a.m. pm am minutes spring summer autumn winter weekends mornings evenings"),
        (
            Traits.Adjective,
            "new old last next recent early late former current senior top local national international federal public private good bad big great high low"
        ),
        (
            Traits.Adjective,
            "young small large long short major minor main key chief political economic social military legal medical human full first second third same different"
        ),
        (
            Traits.Adjective,
            "clear likely unlikely possible impossible true false sure certain ready able unable free due best worst better worse easy hard difficult important"
        ),
        (
            Traits.Ed,
            "seen written known given shown taken drawn grown thrown stolen broken chosen hidden driven spoken worn torn born held made found built sent led sold bought brought kept paid lost caught taught"
        ),
        (
            Traits.Adjective,
            "daily weekly monthly yearly friendly elderly deadly costly lonely lovely ugly holy silly orderly leisurely hourly quarterly unruly"
        ),
        (
            Traits.None,
            "family families reply supply assembly ally bully fly rally tally anomaly monopoly jelly belly holly july italy melancholy folly"
        ),
        (
            Traits.None,
            "building meeting hearing warning thing wedding funding housing shooting ceiling sibling king ring wing spring string evening morning nothing something anything everything offspring"
        ),
        (Traits.None, "speed breed greed creed tweed seed weed need deed hundred kindred shed sled bed red united"),
    ];

    /// <summary>Verbs whose past stands out: finite wherever it is met, or nearly.</summary>
    public const string IrregularPasts =
        "went took became began came gave got grew knew saw fell rose broke spoke chose drove wrote ate flew drew threw blew wore tore swore stole froze shook "
        + "made found left kept held brought thought bought sought fought caught taught felt lost met paid sent spent stood understood told said sold led fled bled fed "
        + "built lent lay slept swept wept won ran sat sank sang rang hung struck stuck dug shot hid rode woke forgot overcame undertook withdrew heard meant dealt "
        + "cut hit put set shut hurt cost let quit spread burst cast bet read split beat did was were had sprang drank swam shrank forgave underwent mistook oversaw "
        + "lit slid spun stung swung wound bound ground fought bore bent dealt leapt learnt burnt crept knelt shone upheld withheld withstood foresaw outran";

    /// <summary>Common verbs, for their plain form and their form in -s.</summary>
    public const string CommonVerbs =
        "accept achieve act affect agree aim allow answer appear apply approve argue arrive attack attempt attract avoid back ban bar battle beat become begin "
        + "believe belong benefit block bring build burn buy call campaign cancel carry cause challenge change charge choose claim close come commit compare complete "
        + "concern consider contain continue contribute control cost cover create cross cut damage deal decide decline defeat defend deliver demand depend describe "
        + "deserve destroy develop die differ discuss drive drop earn employ enable encourage end enjoy enter escape exist expand expect explain face fail fall fear "
        + "feature feed feel fight file fill find fit fly focus follow force form gain get give go govern grow handle happen harm hate have head hear help hide hit hold "
        + "hope house hurt ignore improve include increase involve issue join judge keep kill know lack land last launch lead learn leave lie like limit link list live "
        + "look lose love make manage mark matter mean measure meet miss move name need notice obtain occur offer open operate oppose outline own pass pay perform plan play "
        + "plead point pose prepare present prevent produce protect prove provide pull push put raise reach receive reduce refer reflect refuse reject rely remain "
        + "remember remove rent replace represent require resign resist respect respond rest result return rise risk run save score search see seek seem sell send serve "
        + "set settle share shift shut sign sit sleep solve sound speak spend stand start stay stop strike struggle study suffer suit support surround survive suspect "
        + "take talk target teach tend test thank threaten throw touch track train travel treat trust try turn understand use vary view violate visit vote wait walk "
        + "want waste watch wear win wish work worry yield owe plan believe think expect fear feel hope intend prefer range reopen resume exceed expire arrest investigate";
}
