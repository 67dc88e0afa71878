using System.Resources;
using OnRecord.Platform.Pages;

namespace OnRecord.People.Staff;

/// <summary>The words of the door: its mails, and why it refuses.</summary>
internal static class Access
{
    public static readonly ResourceManager Strings = new("OnRecord.People.Staff.AccessWords", typeof(Access).Assembly);

    public static Words Words(string language) => new(Strings, language);
}
