using DichVuCong.Contracts;
using DichVuCong.Contracts.Parcels;
using DichVuCong.Contracts.Payments;
using Npgsql;

namespace DichVuCong.Registries.Parcels;

/// <summary>A parcel as the registry shows it.</summary>
public sealed record ParcelRow
{
    internal const string Columns = "p.parcel, p.agency, p.state, p.since, p.order_number, p.item_code, p.obstacle, p.remark, p.alarms, p.cash, p.due, p.heard_at";

    /// <summary>The parcel.</summary>
    public required ParcelId Parcel { get; init; }

    /// <summary>The competent agency.</summary>
    public required AgencyCode Agency { get; init; }

    /// <summary>Where it stands.</summary>
    public required ParcelState State { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>The number of its present order.</summary>
    public required string Order { get; init; }

    /// <summary>The number on the parcel.</summary>
    public string? ItemCode { get; init; }

    /// <summary>What is in the way.</summary>
    public ParcelObstacle? Obstacle { get; init; }

    /// <summary>What was said last that changed nothing.</summary>
    public string? Remark { get; init; }

    /// <summary>Alarms.</summary>
    public ParcelAlarms Alarms { get; init; }

    /// <summary>What the postman collects.</summary>
    public Vnd Cash { get; init; }

    /// <summary>By when it should go on.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>When the post last said something of it.</summary>
    public DateTimeOffset? HeardAt { get; init; }

    internal static ParcelRow Read(NpgsqlDataReader reader) => new()
    {
        Parcel = ParcelId.Parse(reader.GetString(0)),
        Agency = AgencyCode.Parse(reader.GetString(1)),
        State = (ParcelState)reader.GetInt16(2),
        Since = reader.GetFieldValue<DateTimeOffset>(3),
        Order = reader.GetString(4),
        ItemCode = reader.IsDBNull(5) ? null : reader.GetString(5),
        Obstacle = reader.IsDBNull(6) ? null : (ParcelObstacle)reader.GetInt16(6),
        Remark = reader.IsDBNull(7) ? null : reader.GetString(7),
        Alarms = (ParcelAlarms)reader.GetInt16(8),
        Cash = new Vnd(reader.GetInt64(9)),
        Due = reader.IsDBNull(10) ? null : reader.GetFieldValue<DateTimeOffset>(10),
        HeardAt = reader.IsDBNull(11) ? null : reader.GetFieldValue<DateTimeOffset>(11),
    };
}

/// <summary>Which parcels are wanted.</summary>
public sealed record ParcelCriteria
{
    /// <summary>Only those in this state.</summary>
    public ParcelState? State { get; init; }

    /// <summary>Only those of this dossier, ended ones too.</summary>
    public DossierCode? Dossier { get; init; }

    /// <summary>Only those that are late or lost.</summary>
    public bool WithAlarm { get; init; }

    /// <summary>How many at most.</summary>
    public int Limit { get; init; } = 50;
}

/// <summary>One moment of a parcel: a step of ours, or an event of the post's.</summary>
/// <param name="At">When.</param>
/// <param name="Step">The step; null for an event.</param>
/// <param name="Code">The event's StatusCode; null for a step.</param>
/// <param name="State">What the code means; null for a step, or when nobody knows.</param>
/// <param name="Order">The event's order.</param>
/// <param name="Text">More.</param>
/// <param name="By">Who did the step; the post office of an event.</param>
public sealed record ParcelMoment(DateTimeOffset At, ParcelStep? Step, string? Code, ParcelState? State, string? Order, string? Text, string? By);

/// <summary>How far the tracking of a customer is read.</summary>
/// <param name="Customer">CustomerCode.</param>
/// <param name="Cursor">The last event that was read.</param>
/// <param name="ReadAt">When a page was read last.</param>
/// <param name="Events">Events read so far.</param>
/// <param name="Remark">What was wrong with the last page.</param>
public sealed record TrackingRow(string Customer, string Cursor, DateTimeOffset? ReadAt, long Events, string? Remark);
