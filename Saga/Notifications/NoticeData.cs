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

    /// <summary>What must still be written anew: for another provider, for the morning, or for the next channel.</summary>
    public IReadOnlyList<OpenNotice>? Open { get; init; }

    /// <summary>Whether it is stored in its small form.</summary>
    [JsonIgnore]
    public bool IsShrunk { get; init; }
}

/// <summary>One notice on one channel.</summary>
/// <param name="Occasion">What it is about.</param>
/// <param name="Channel">The channel.</param>
/// <param name="State">What became of it.</param>
public sealed record Notice(string Occasion, NoticeChannels Channel, NoticeState State)
{
    /// <summary>The provider that has it; null where a channel has one only.</summary>
    public string? Provider { get; init; }

    /// <summary>How often all providers were tried in vain.</summary>
    public int Rounds { get; init; }

    /// <summary>What it waits for.</summary>
    public NoticeWait Wait { get; init; }

    /// <summary>Whether its end was told by a report: what the provider said when it took it is then older.</summary>
    public bool IsReported { get; init; }
}

/// <summary>What a notice waits for.</summary>
public enum NoticeWait : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The end of the quiet hours.</summary>
    Quiet = 1,

    /// <summary>The channel before it to fail.</summary>
    Fallback = 2,
}

/// <summary>What the words of a notice are made of, kept as long as it may have to be written anew. No personal data.</summary>
/// <param name="Occasion">The occasion.</param>
/// <param name="State">The state it is about.</param>
/// <param name="At">When that came to be.</param>
/// <param name="Deadline">The deadline to show.</param>
/// <param name="Since">When the notice was ordered.</param>
public sealed record OpenNotice(string Occasion, DossierState State, DateTimeOffset At, DateTimeOffset? Deadline, DateTimeOffset Since);

/// <summary>How the notice saga's data is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(NoticeData))]
public sealed partial class NoticeDataJson : JsonSerializerContext;
