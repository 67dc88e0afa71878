using System.Security.Cryptography;
using System.Text;
using OnRecord.Platform;

namespace OnRecord.Stories.Corrections;

/// <summary>A reader says that something in a story is wrong; the newsroom looks and answers by a time it named.</summary>
internal sealed class ErrorReport
{
    /// <summary>So long after the answer the reader's name and address are erased.</summary>
    public const int DaysAfterAnswer = 30;

    /// <summary>And so long after the report, where nobody answered.</summary>
    public const int DaysWithoutAnswer = 90;

    public const int LongestAnswer = 4000;

    public required Guid Id { get; init; }

    /// <summary>In the address of the report's own page. It is not hashed: whoever reads the table has all that the page shows, and the mail with the
    /// answer has to name the address again.</summary>
    public required string Secret { get; init; }

    public required Guid StoryId { get; init; }

    /// <summary>The version that the reader had before them.</summary>
    public required int VersionNumber { get; init; }

    /// <summary>What is wrong, as the reader wrote it.</summary>
    public required string Words { get; init; }

    /// <summary>SHA-256 of the words, in hexadecimal: by it the same report is known again.</summary>
    public required string WordsHash { get; init; }

    public string? Passage { get; init; }

    public string? HowKnown { get; init; }

    public string? Name { get; private set; }

    public string? Email { get; private set; }

    /// <summary>The story's, in which the reader is answered; a BCP 47 tag.</summary>
    public required string Language { get; init; }

    public required DateTimeOffset At { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    public DueReminder Reminded { get; private set; }

    public ReportOutcome? Outcome { get; private set; }

    /// <summary>What the reader is told; empty for spam, and before there is an answer.</summary>
    public string Answer { get; private set; } = "";

    /// <summary>The number of the version that the answer points to.</summary>
    public int? LedTo { get; private set; }

    public Guid? AnsweredBy { get; private set; }

    /// <summary>Null while it is open.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>The messages to the reader, which are erased with the address.</summary>
    public Guid? ReceiptMailId { get; set; }

    public Guid? AnswerMailId { get; set; }

    /// <summary>When name and address were erased; null where there were none, or they are kept still.</summary>
    public DateTimeOffset? ReporterForgottenAt { get; private set; }

    public bool IsOpen => AnsweredAt is null;

    /// <param name="hours">Within how many hours the newsroom answers.</param>
    public static Outcome<ErrorReport> About(Story story, ReportedError said, int hours, DateTimeOffset now)
    {
        if (!story.IsPublished || story.TakenDownAt is not null)
            return new Problem("This story is not before readers any more, so no errors in it can be reported.");
        return new ErrorReport
        {
            Id = Guid.CreateVersion7(now),
            Secret = RandomNumberGenerator.GetHexString(32, lowercase: true),
            StoryId = story.Id,
            VersionNumber = said.VersionNumber,
            Words = said.Words,
            WordsHash = HashOf(said.Words),
            Passage = said.Passage,
            HowKnown = said.HowKnown,
            Name = said.Name,
            Email = said.Email,
            Language = said.Language,
            At = now,
            DueAt = now.AddHours(hours),
        };
    }

    /// <summary>Takes in how the reader can be reached, where they had not said it the first time.</summary>
    /// <returns>Whether it did.</returns>
    public bool Reach(string? name, string? email)
    {
        if (!IsOpen || Email is not null || email is null)
            return false;
        (Name, Email) = (Name ?? name, email);
        return true;
    }

    /// <param name="to">The version that the answer points to; of the same story.</param>
    public Outcome<ErrorReport> Close(
        ReportOutcome outcome,
        string answer,
        StoryVersion? to,
        Guid by,
        DateTimeOffset now
    )
    {
        if (!IsOpen)
            return new Problem("This report is answered already. Load the page again to read the answer.");
        if (!Enum.IsDefined(outcome))
            return new Problem("outcome", "Choose what became of the report.");
        if (outcome != ReportOutcome.Spam && string.IsNullOrWhiteSpace(answer))
            return new Problem("answer", "Write the answer in a sentence or two. The reader sees it.");
        if (answer.Length > LongestAnswer)
            return new Problem("answer", "The answer is longer than 4,000 characters. Make it shorter.");
        if (outcome == ReportOutcome.Corrected && to is null)
            return new Problem(
                "version",
                "Choose the version that corrects it. If there is none yet, publish the correction first."
            );
        if (to is not null && to.Number <= VersionNumber)
            return new Problem("version", "The reader had that version before them. Choose a later one.");
        if (
            outcome == ReportOutcome.Corrected
            && to is { IsQuiet: false, Kind: not (VersionKind.Correction or VersionKind.Retraction) }
        )
            return new Problem(
                "version",
                "That version is no correction, so readers are not told what was wrong. Publish a correction, or answer that it was clarified."
            );
        (Outcome, Answer, AnsweredBy, AnsweredAt) = (
            outcome,
            outcome == ReportOutcome.Spam ? "" : answer.Trim(),
            by,
            now
        );
        LedTo = outcome is ReportOutcome.Corrected or ReportOutcome.Clarified ? to?.Number : null;
        return this;
    }

    /// <summary>Erases who reported it. What was reported stays.</summary>
    public void ForgetReporter(DateTimeOffset now)
    {
        (Name, Email, ReceiptMailId, AnswerMailId) = (null, null, null, null);
        ReporterForgottenAt = now;
    }

    /// <summary>The same words are the same however they are spaced.</summary>
    public static string HashOf(string words) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                )
            )
        );
}

/// <summary>What became of a report.</summary>
internal enum ReportOutcome
{
    Corrected = 1,
    Clarified = 2,

    /// <summary>The newsroom looked, and what it wrote stands.</summary>
    Stands = 3,
    NotAboutStory = 4,

    /// <summary>Nobody is answered.</summary>
    Spam = 5,
}

/// <summary>What a reader wrote into the form.</summary>
internal sealed record ReportedError(
    int VersionNumber,
    string Words,
    string? Passage,
    string? HowKnown,
    string? Name,
    string? Email,
    string Language
);
