using OnRecord.Platform.StoredPages;

namespace OnRecord.Front.Record;

internal static class RecordRoutes
{
    public static void MapRecord(this IEndpointRouteBuilder routes, string[] read)
    {
        const string story = "/{year:int:length(4)}/{month:int:length(2)}/{slug}";
        routes.MapMethods("/record", read, ShowRecord.Get);
        routes.MapMethods("/record/words/{file}", read, ShowCheck.Words);
        routes.MapMethods("/record/versions/{story:guid}/{file}", read, ShowSealedVersion.Get);
        routes.MapMethods($"{story}/versions", read, ShowVersions.Get).Stored();
        routes.MapMethods($"{story}/versions/compare", read, ShowVersions.Compare).Stored("from", "to");
        routes.MapMethods($"{story}/versions/{{number:int:min(1)}}", read, ShowVersionPage.Get).Stored();
        routes.MapMethods($"{story}/check", read, ShowCheck.Get);
        routes.MapMethods($"{story}/timegate", read, ShowMementos.TimeGate);
        routes.MapMethods($"{story}/timemap", read, ShowMementos.TimeMap);
    }
}
