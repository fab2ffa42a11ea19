using System.Text.Json.Serialization;
using DichVuCong.Contracts;
using DichVuCong.Saga.Dossiers;

namespace DichVuCong.Saga.Accounts;

/// <summary>The review saga's data: one for each agency that has accounts.</summary>
public sealed record ReviewData
{
    /// <summary>The agency.</summary>
    public required AgencyCode Agency { get; init; }

    /// <summary>Since when the time to the next review is counted.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>When the next review is due.</summary>
    public required DateTimeOffset Due { get; init; }

    /// <summary>The day of the last one; null for none yet.</summary>
    public DateOnly? LastOn { get; init; }

    /// <summary>How often was reminded of the next.</summary>
    public int Reminders { get; init; }

    /// <summary>When is reminded next.</summary>
    public DateTimeOffset RemindAt { get; init; }

    /// <summary>Whether the next review is overdue.</summary>
    public bool IsOverdue { get; init; }
}

/// <summary>How the review saga's data is written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    Converters = [typeof(WholeSeconds)])]
[JsonSerializable(typeof(ReviewData))]
public sealed partial class ReviewDataJson : JsonSerializerContext;
