using System.Text.Json.Serialization;
using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Contracts.Catalogue;

/// <summary>An administrative procedure as the national procedure database publishes it (A21-A22).</summary>
public sealed record Procedure
{
    /// <summary>The national code (MATTHC), without an agency's suffix.</summary>
    public required ProcedureCode Code { get; init; }

    /// <summary>The name (TENTTHC).</summary>
    public required string Name { get; init; }

    /// <summary>The number of the publishing decision; null when it is not known.</summary>
    public string? Decision { get; init; }

    /// <summary>The levels at which it is performed (CAPTHUCHIEN), without repetition.</summary>
    public required IReadOnlyList<AdministrativeLevel> Levels { get; init; }

    /// <summary>The kind (LOAITTHC), as published; null when it is not known.</summary>
    public string? Kind { get; init; }

    /// <summary>The sector's name (TENLINHVUC).</summary>
    public required string SectorName { get; init; }

    /// <summary>Our code of the sector (MALINHVUC); null when the table of sectors does not have it.</summary>
    public string? SectorCode { get; init; }

    /// <summary>Who may apply (DOITUONGTHUCHIEN), as published.</summary>
    public required IReadOnlyList<string> Subjects { get; init; }

    /// <summary>The agency that publishes it (MACOQUANCONGBO); null when its name is in no table of agencies.</summary>
    public AgencyCode? Publisher { get; init; }

    /// <summary>The publishing agency's name.</summary>
    public required string PublisherName { get; init; }

    /// <summary>Who performs it, as text: never a key (decisions, Who is who). Null when it was not published.</summary>
    public string? ExecutedBy { get; init; }

    /// <summary>The ways of filing it, by channel and case. Empty for a procedure that names none.</summary>
    public required IReadOnlyList<ProcedureChannel> Channels { get; init; }

    /// <summary>The codes of the result papers (MAKETQUA).</summary>
    public required IReadOnlyList<string> Results { get; init; }

    /// <summary>Where it is served (A14.4).</summary>
    public ServedAt Served { get; init; } = ServedAt.OneStop;

    /// <summary>Whether it can be filed through a channel.</summary>
    public bool Offers(FilingChannel channel)
    {
        foreach (var row in Channels)
        {
            if (row.Channel == channel) return true;
        }

        return false;
    }
}

/// <summary>Where a procedure is served (A14.4-5, A15.1-2).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ServedAt>))]
public enum ServedAt : byte
{
    /// <summary>Centrally, on the portal; counters use the coordination system.</summary>
    [JsonStringEnumMemberName("central")]
    Central = 1,

    /// <summary>On the agency's one-stop system, to which users are redirected.</summary>
    [JsonStringEnumMemberName("oneStop")]
    OneStop = 2,
}
