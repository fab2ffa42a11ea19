using System.Text.Json.Serialization;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Parcels;
using DichVuCong.Contracts.Payments;
using DichVuCong.Saga.Dossiers;

namespace DichVuCong.Saga.Parcels;

/// <summary>The parcel saga's data. No personal data; at most 1.5 kB.</summary>
public sealed record ParcelData
{
    /// <summary>The parcel.</summary>
    public required ParcelId Parcel { get; init; }

    /// <summary>The competent agency.</summary>
    public required AgencyCode Agency { get; init; }

    /// <summary>What the applicant asks the post for.</summary>
    public PostServices Services { get; init; }

    /// <summary>Where it stands.</summary>
    public ParcelState State { get; init; } = ParcelState.Asked;

    /// <summary>Since when, by the post's word.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Which order of it this is; 0 before the first.</summary>
    public int Attempt { get; init; }

    /// <summary>Whether there is something to carry and somebody wants it carried.</summary>
    public bool IsWanted { get; init; }

    /// <summary>Since when there is something to carry: the dossier has no handing over before that.</summary>
    public DateTimeOffset WantedSince { get; init; }

    /// <summary>The CustomerCode under which the post has the order; null before it has.</summary>
    public string? Customer { get; init; }

    /// <summary>The number on the parcel.</summary>
    public string? ItemCode { get; init; }

    /// <summary>What is in the way, for one that is held.</summary>
    public ParcelObstacle? Obstacle { get; init; }

    /// <summary>What was said last that changed nothing.</summary>
    public string? Remark { get; init; }

    /// <summary>What the postman collects of this order.</summary>
    public IReadOnlyList<FeeToCollect>? Fees { get; init; }

    /// <summary>Since when the stage runs that it is in: being ordered, waiting to be picked up, being carried.</summary>
    public DateTimeOffset StageSince { get; init; }

    /// <summary>When the post last said something of it.</summary>
    public DateTimeOffset? HeardAt { get; init; }

    /// <summary>By when it should go on; null while nobody waits for the post.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>Alarms of this stage.</summary>
    public ParcelAlarms Alarms { get; init; }

    /// <summary>The ids of the post's events that came last, each counted once.</summary>
    public IReadOnlyList<string> Seen { get; init; } = [];

    /// <summary>The number of its present order at the post; before the first that of the first.</summary>
    [JsonIgnore]
    public PostOrderNumber Order => PostOrderNumber.Of(Parcel, Math.Max(1, Attempt));

    /// <summary>What the postman collects.</summary>
    [JsonIgnore]
    public Vnd Cash => Vnd.Sum((Fees ?? []).Select(fee => fee.Amount));
}

/// <summary>How the parcel saga's data is written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    Converters = [typeof(WholeSeconds)])]
[JsonSerializable(typeof(ParcelData))]
public sealed partial class ParcelDataJson : JsonSerializerContext;
