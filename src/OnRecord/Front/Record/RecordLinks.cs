namespace OnRecord.Front.Record;

/// <summary>Where the record keeps what it holds of a version.</summary>
internal static class RecordLinks
{
    public static RecordLink Of(Guid story, int number) =>
        new(number, ShowSealedVersion.PathOf(story, number), $"/record/proof/{story}/{number}.tlog-proof");
}
