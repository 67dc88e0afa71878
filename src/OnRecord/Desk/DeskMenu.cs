using System.Resources;
using OnRecord.People.Staff;
using OnRecord.Platform.Storage;

namespace OnRecord.Desk;

/// <summary>An entry of the desk's menu. A feature registers its own.</summary>
/// <param name="Order">Its place, smallest first.</param>
/// <param name="Word">The key of its name in <paramref name="Strings"/>.</param>
/// <param name="Count">How many of it wait for somebody; null where nothing is counted.</param>
internal sealed record DeskMenu(
    int Order,
    string Path,
    string Word,
    ResourceManager Strings,
    Permission Permission,
    Func<OnRecordDb, Task<int>>? Count = null
);
