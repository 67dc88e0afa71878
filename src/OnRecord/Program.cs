using System.CommandLine;
using OnRecord.Commands;

var root = new RootCommand("OnRecord, the publishing system for non-profit newsrooms.")
{
    ServeCommand.Create(),
    DemoCommand.Create(),
    StaffCommand.Create(),
    RecordCommand.Create(),
    ImportCommand.Create(),
    ExtractCommand.Create(),
    AttributionsCommand.Create(),
    JudgeCommentsCommand.Create(),
    BackupCommand.Create(),
    RestoreCommand.Create(),
    ExportCommand.Create(),
    CommentsCommand.Export(),
    CommentsCommand.Import(),
    CommentsKeyCommand.Create(),
    IndexCommand.Create(),
    VerifyCommand.Create(),
};
return await CommandLine.Run(root, args);
