using System.Resources;
using OnRecord.People.Staff;

namespace OnRecord.Desk;

/// <summary>An entry of the desk's menu. A feature registers its own.</summary>
/// <param name="Order">Its place, smallest first.</param>
/// <param name="Word">The key of its name in <paramref name="Strings"/>.</param>
internal sealed record DeskMenu(int Order, string Path, string Word, ResourceManager Strings, Permission Permission);
