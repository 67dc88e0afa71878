using System.CommandLine;
using OnRecord.Commands.Demonstration;

namespace OnRecord.Commands;

/// <summary><c>onrecord demo</c>: the same as serve, on a newsroom that already has stories.</summary>
internal static class DemoCommand
{
    public static Command Create() =>
        ServeCommand.Create("demo", "Serve a demonstration newsroom: The Lowland Ledger.", FillDemonstration.Run);
}
