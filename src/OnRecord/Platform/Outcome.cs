using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace OnRecord.Platform;

/// <summary>A value, or the problems for which there is none.</summary>
public readonly struct Outcome<T>
    where T : class
{
    private Outcome(T? value, ImmutableArray<Problem> problems) => (Value, Problems) = (value, problems);

    public T? Value { get; }

    public ImmutableArray<Problem> Problems { get; }

    [MemberNotNullWhen(false, nameof(Value))]
    public bool Refused => Value is null;

    public static implicit operator Outcome<T>(T value) => new(value, []);

    public static implicit operator Outcome<T>(Problem problem) => new(null, [problem]);
}
