using System.Text.Json.Serialization;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;

namespace DichVuCong.Saga.Notifications;

/// <summary>The notice saga's data: which notices of a dossier were ordered, and what became of them. No personal data.</summary>
public sealed record NoticeData
{
    /// <summary>The dossier.</summary>
    public required DossierCode Dossier { get; init; }

    /// <summary>The notices, each once.</summary>
    public IReadOnlyList<Notice> Notices { get; init; } = [];

    /// <summary>Whether it is stored in its small form.</summary>
    [JsonIgnore]
    public bool IsShrunk { get; init; }
}

/// <summary>One notice on one channel.</summary>
/// <param name="Occasion">What it is about.</param>
/// <param name="Channel">The channel.</param>
/// <param name="State">What became of it.</param>
public sealed record Notice(string Occasion, NoticeChannels Channel, NoticeState State);

/// <summary>How the notice saga's data is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(NoticeData))]
public sealed partial class NoticeDataJson : JsonSerializerContext;
