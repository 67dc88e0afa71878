using OnRecord.Comments.Keys;
using OnRecord.Platform.Files;
using OnRecord.Platform.Storage;
using OnRecord.PublicRecord;
using OnRecord.Sources.Protection;

namespace OnRecord.Commands;

/// <summary>Where a newsroom lies, for commands that work on its files: nothing is opened, and nothing made.</summary>
/// <param name="KeyFile">What opens who sources are.</param>
/// <param name="RecordKey">What signs the public record.</param>
/// <param name="CommentKey">What opens commenters' addresses.</param>
internal sealed record NewsroomPlace(
    DataFolder Data,
    DatabaseAddress Database,
    string KeyFile,
    string RecordKey,
    string CommentKey
)
{
    public static NewsroomPlace Read(string? data, string? database)
    {
        var configuration = new ConfigurationManager();
        Settings.Read(configuration);
        var folder = new DataFolder(Path.GetFullPath(data ?? configuration["Data"] ?? "data"));
        var options =
            configuration.GetSection("Sources").Get<SourceProtectionOptions>() ?? new SourceProtectionOptions();
        return new NewsroomPlace(
            folder,
            DatabaseAddress.Read(database ?? configuration["Database"], folder.Database),
            MasterKey.FileOf(options, folder),
            PublicRecord.RecordKey.FileOf(
                configuration.GetSection("Record").Get<RecordOptions>() ?? new RecordOptions(),
                folder
            ),
            CommentKeys.FileOf(
                configuration.GetSection("Comments").Get<CommentOptions>() ?? new CommentOptions(),
                folder
            )
        );
    }
}
