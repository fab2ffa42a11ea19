using System.Text.Json.Serialization;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Saga.Notifications;

/// <summary>The notice saga's data: which notices of a dossier were ordered, and what became of them. No personal data.</summary>
public sealed record NoticeData
{
    /// <summary>The dossier.</summary>
    public required DossierCode Dossier { get; init; }

    /// <summary>The notices, each once.</summary>
    public IReadOnlyList<Notice> Notices { get; init; } = [];
}

/// <summary>One notice on one channel.</summary>
/// <param name="Occasion">What it is about.</param>
/// <param name="Channel">The channel.</param>
/// <param name="State">What became of it.</param>
public sealed record Notice(string Occasion, NoticeChannels Channel, NoticeState State);

/// <summary>What became of a notice.</summary>
public enum NoticeState
{
    /// <summary>It is on its way to the provider.</summary>
    Ordered = 0,

    /// <summary>The provider took it.</summary>
    Sent = 1,

    /// <summary>It will not reach the applicant on this channel.</summary>
    Failed = 2,
}

/// <summary>Keeps, in the registry, what became of a notice.</summary>
/// <param name="Dossier">The dossier.</param>
/// <param name="Occasion">What it is about.</param>
/// <param name="Channel">The channel.</param>
/// <param name="State">What became of it.</param>
/// <param name="Reason">Why it failed.</param>
[MessageName("notifications.keep-notice.v1")]
public sealed record KeepNotice(DossierCode Dossier, string Occasion, NoticeChannels Channel, NoticeState State, string? Reason);

/// <summary>How the notice saga's data is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(NoticeData))]
public sealed partial class NoticeDataJson : JsonSerializerContext;
