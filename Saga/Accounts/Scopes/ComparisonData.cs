using System.Text.Json.Serialization;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts.Scopes;
using DichVuCong.Saga.Dossiers;

namespace DichVuCong.Saga.Accounts.Scopes;

/// <summary>The comparison saga's data: one for each agency and the system that serves it.</summary>
public sealed record ComparisonData
{
    /// <summary>The one-stop system.</summary>
    public required string System { get; init; }

    /// <summary>The agency.</summary>
    public required AgencyCode Agency { get; init; }

    /// <summary>Counts the comparisons.</summary>
    public int Run { get; init; }

    /// <summary>Where the last stands.</summary>
    public ComparisonState State { get; init; }

    /// <summary>How many officers differed; of the last comparison.</summary>
    public int Differing { get; init; }

    /// <summary>How many comparisons on end found no fewer differences.</summary>
    public int Fruitless { get; init; }

    /// <summary>Whether this drift was told already: repairs are not new drift.</summary>
    public bool IsTold { get; init; }

    /// <summary>How many officers were found to differ since the agency is watched.</summary>
    public long Found { get; init; }

    /// <summary>When it is compared next.</summary>
    public DateTimeOffset Next { get; init; }
}

/// <summary>How the comparison saga's data is written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    Converters = [typeof(WholeSeconds)])]
[JsonSerializable(typeof(ComparisonData))]
public sealed partial class ComparisonDataJson : JsonSerializerContext;
