using System.Text.Json.Serialization;

namespace DichVuCong.Gateway.Problems;

/// <summary>Why a call was not taken (RFC 9457, <c>application/problem+json</c>): a stable code for programs, Vietnamese for people.</summary>
internal sealed record Problem
{
    /// <summary>The stable code; also the end of the type's address.</summary>
    public required string Code { get; init; }

    /// <summary>What it is, in Vietnamese.</summary>
    public required string Title { get; init; }

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>A name for the kind of problem.</summary>
    public string Type => $"urn:dichvucong:problem:{Code}";

    /// <summary>What to do, in Vietnamese.</summary>
    public string? Detail { get; init; }

    /// <summary>The field at fault, as a JSON path.</summary>
    public string? Field { get; init; }

    /// <summary>Everything that is missing or wrong, for a filing that does not meet the technical conditions (A14.3).</summary>
    public IReadOnlyList<FieldProblem>? Deficiencies { get; init; }

    /// <summary>Who could be meant, when several agencies are competent.</summary>
    public IReadOnlyList<CandidateView>? Candidates { get; init; }

    /// <summary>Who took over from a closed agency.</summary>
    public AgencyView? Successor { get; init; }

    /// <summary>Where to go on, when what was asked for is gone.</summary>
    public string? Next { get; init; }

    /// <summary>The time to which the database was restored: what was taken afterwards is not known any more.</summary>
    public DateTimeOffset? RestoredTo { get; init; }

    /// <summary>The dossier that the call collides with.</summary>
    public string? Dossier { get; init; }
}

/// <summary>One field at fault.</summary>
internal sealed record FieldProblem(string Field, string Code, string Message);

/// <summary>An agency, as callers see it.</summary>
internal sealed record AgencyView(string Code, string Name);

/// <summary>An agency that could be meant.</summary>
internal sealed record CandidateView(string Code, string Name, string Level);

/// <summary>How problems are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Problem))]
internal sealed partial class ProblemJson : JsonSerializerContext
{
    private static ProblemJson? _readable;

    /// <summary>The same, with readable letters.</summary>
    public static ProblemJson Readable => _readable ??= new(ReadableJson.Of(Default));
}
