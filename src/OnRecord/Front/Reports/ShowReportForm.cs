using OnRecord.Front.StoryPages;
using OnRecord.Platform;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;
using OnRecord.Stories;
using OnRecord.Stories.Corrections;

namespace OnRecord.Front.Reports;

/// <summary>The form below a story in which an error is reported. The same for everyone, so it may be kept as the story's page is.</summary>
internal sealed class ShowReportForm(OnRecordDb db, Shell shell, PublicAddress address, PageRenderer pages)
{
    public async Task<IResult> Get(string path, string? passage)
    {
        if (await ReportedStory.At(path, db) is not { } story)
            return await ShowStory.Moved(path, db, address, ReportFormRoutes.Below);
        return story.Story.TakenDownAt is null
            ? await Page(story, new ReportForm("", ReportForm.Brought(passage), "", "", "", null), [])
            : await Gone(story);
    }

    public async Task<IResult> Page(
        ReportedStory story,
        ReportForm form,
        IReadOnlyList<Problem> problems,
        int status = StatusCodes.Status200OK
    )
    {
        var words = Words(story.Language);
        var (around, newsroom) = await shell.Around(words["Heading"], words.Language, null);
        var view = new ReportFormView
        {
            Shell = around,
            Words = words,
            Headline = story.Headline,
            HeadlineLanguage = story.Language,
            Story = PublicAddress.Encode(story.Story.Path!),
            Version = form.Version ?? story.Version,
            Promise = Promise(newsroom, words),
            Erased = words.With("Erased", ErrorReport.DaysAfterAnswer, ErrorReport.DaysWithoutAnswer),
            Problems = problems,
            Wrong = form.Wrong,
            Passage = form.Passage,
            Known = form.Known,
            Name = form.Name,
            Email = form.Email,
        };
        return await pages.Page<ReportFormPage>(view, status);
    }

    /// <summary>Of a story that is taken down nothing can be wrong any more.</summary>
    public Task<IResult> Gone(ReportedStory story) => Message(story.Language, "Gone", StatusCodes.Status410Gone);

    public async Task<IResult> Message(string? language, string key, int status)
    {
        var words = Words(language);
        var (around, _) = await shell.Around(words[$"{key}Heading"], words.Language, null);
        var view = new MessageView(around, words[$"{key}Heading"], words[$"{key}Text"], []);
        return await pages.Page<MessagePage>(view, status);
    }

    public static Words Words(string? language) => new(ReportFormRoutes.Strings, language ?? "en");

    private static string Promise(Newsroom newsroom, Words words) =>
        newsroom.AnswerHours % 24 == 0
            ? words.Count("WithinDays", newsroom.AnswerHours / 24)
            : words.Count("WithinHours", newsroom.AnswerHours);
}
