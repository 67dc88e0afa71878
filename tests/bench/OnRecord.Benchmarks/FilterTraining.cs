using System.Globalization;
using OnRecord.Comments.Judging;
using OnRecord.Tests.Comments.Judging;

namespace OnRecord.Benchmarks;

/// <summary>Trains the filter that ships, and says how well such a filter judges comments that it was not trained on.</summary>
internal static class FilterTraining
{
    public static int Train(string shared, string target)
    {
        var repository =
            Corpora.Repository()
            ?? throw new IOException("The training lines lie in the repository: run scripts/train-filter there.");
        var across = new AcrossCorpora(new Corpora(shared), Corpora.Ours(repository));
        Console.WriteLine(
            "left out                spam held or rejected      honest held wrongly      honest rejected"
        );
        foreach (var row in across.All())
            Console.WriteLine(row);
        var model = TrainFilter.On(new Corpora(shared).All(repository));
        foreach (var row in across.News(model))
            Console.WriteLine(row);
        var bytes = model.ToBytes();
        File.WriteAllBytes(target, bytes);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{bytes.Length} bytes written to {target}"));
        return 0;
    }
}
