using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Saga.Dossiers;

/// <summary>What the saga remembers of a row of the agency's. The row itself is in the history.</summary>
/// <param name="Id">The row's identity.</param>
/// <param name="At">Its time, in seconds since 1970.</param>
/// <param name="State">Its state.</param>
/// <param name="Marks">What is known about it.</param>
/// <param name="Received">NgayTiepNhan, in seconds since 1970; 0 for none.</param>
/// <param name="Appointment">NgayHenTra, in seconds since 1970; 0 for none.</param>
public readonly record struct StatusRow(ulong Id, uint At, DossierState State, RowMarks Marks = RowMarks.None, uint Received = 0, uint Appointment = 0)
{
    /// <summary>Its time.</summary>
    public DateTimeOffset Time => InstantOf(At);

    /// <summary>Whether it carries NgayTiepNhan or NgayHenTra.</summary>
    public bool HasDates => (Received | Appointment) != 0;

    /// <summary>
    /// Whether it comes after all rows that have a time: nothing follows an end but another end, so an end without a time of its own
    /// cannot have come before what else was done.
    /// </summary>
    public bool ComesLast => Marks.HasFlag(RowMarks.Timeless) && StateGraph.IsFinished(State);

    /// <summary>The row of an agency's status.</summary>
    public static StatusRow Of(AgencyStatusRow row)
    {
        var marks = IsTimeless(row) ? RowMarks.Timeless : RowMarks.None;
        if (!string.IsNullOrWhiteSpace(row.Text)) marks |= RowMarks.HasReason;
        if (row.Source == StatusSource.Asked) marks |= RowMarks.Asked;
        return new StatusRow(Convert.ToUInt64(row.RowId, 16), SecondsOf(row.At), row.State, marks, SecondsOf(row.ReceivedAt), SecondsOf(row.AppointmentAt));
    }

    /// <summary>
    /// Whether the row stands behind another: ends without a time last, then by time, then by how far the state is, then by identity, so
    /// that the order is the same whatever came first.
    /// </summary>
    public bool IsBehind(StatusRow other)
    {
        if (ComesLast != other.ComesLast) return ComesLast;
        if (At != other.At) return At > other.At;
        var rank = StateGraph.RankOf(State).CompareTo(StateGraph.RankOf(other.State));
        return rank != 0 ? rank > 0 : Id > other.Id;
    }

    /// <summary>The instant of a number of seconds.</summary>
    public static DateTimeOffset InstantOf(uint seconds) => VietnamTime.Local(DateTimeOffset.FromUnixTimeSeconds(seconds));

    /// <summary>The whole seconds of an instant; what lies before 1970 or after 2106 is a slip of somebody's and is brought to the edge.</summary>
    public static uint SecondsOf(DateTimeOffset? instant) => instant is { } at ? (uint)Math.Clamp(at.ToUnixTimeSeconds(), 1, uint.MaxValue) : 0;

    /// <summary>
    /// DongBoHoSoMC has no time of its own, and NgayTiepNhan stands for it where no better date is given. That is the time of being
    /// registered or accepted, but not of any other state.
    /// </summary>
    private static bool IsTimeless(AgencyStatusRow row) =>
        row.Source == StatusSource.Dossier && row.At == row.ReceivedAt && row.State is not (DossierState.Registered or DossierState.Accepted);
}

/// <summary>What is known about a row.</summary>
[Flags]
public enum RowMarks : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>An operator accepted it although the graph has no such edge.</summary>
    Corrected = 1,

    /// <summary>It is flagged as an impossible transition.</summary>
    FlaggedImpossible = 2,

    /// <summary>It came from the future and waits for the clock to reach its time.</summary>
    FlaggedFuture = 4,

    /// <summary>It says something in words: the reason for a date that it moves.</summary>
    HasReason = 8,

    /// <summary>Its time is not that of its state.</summary>
    Timeless = 16,

    /// <summary>
    /// It is an answer to our own question: where the dossier stands, by whatever steps it came there. It lifts the dossier to that state or
    /// does nothing, and is never flagged.
    /// </summary>
    Asked = 32,
}
