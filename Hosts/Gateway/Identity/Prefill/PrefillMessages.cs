using System.Text.Json.Serialization;
using DichVuCong.Gateway.Problems;

namespace DichVuCong.Gateway.Identity.Prefill;

/// <summary>A form that is to be filled from what the national databases hold (A16.5).</summary>
internal sealed record PrefillRequest
{
    /// <summary>The sign-in: whose data.</summary>
    public string? Verification { get; init; }

    /// <summary>For which procedure.</summary>
    public string? Procedure { get; init; }

    /// <summary>What for: filing, supplement, counter.</summary>
    public string? Purpose { get; init; }

    /// <summary>From which databases: population, enterprises. By default what fits who signed in.</summary>
    public IReadOnlyList<string?>? Sources { get; init; }

    public override string ToString() => $"{nameof(PrefillRequest)} for {Procedure}";
}

/// <summary>What is known, field by field, each with where it comes from.</summary>
internal sealed record PrefillAnswer(IReadOnlyList<PrefillField> Fields, IReadOnlyList<MissingSource> Missing)
{
    public override string ToString() => $"{Fields.Count} fields";
}

/// <summary>One field.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="At">When it was read there.</param>
internal sealed record PrefillField(string Name, string Value, string Source, DateTimeOffset At)
{
    public override string ToString() => Name;
}

/// <summary>A database that gave nothing: the form is filled by hand.</summary>
/// <param name="Source">Which.</param>
/// <param name="Code">Why: not-found, unavailable, not-applicable, failed.</param>
/// <param name="Detail">In words.</param>
internal sealed record MissingSource(string Source, string Code, string Detail);

/// <summary>How prefills are read and answered.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PrefillRequest))]
[JsonSerializable(typeof(PrefillAnswer))]
internal sealed partial class PrefillJson : JsonSerializerContext
{
    private static PrefillJson? _readable;

    /// <summary>The same, with readable letters.</summary>
    public static PrefillJson Readable => _readable ??= new(ReadableJson.Of(Default));
}
