using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Parcels;
using DichVuCong.Contracts.Payments;
using DichVuCong.Messaging;
using DichVuCong.Saga.Dossiers;

namespace DichVuCong.Saga.Shrinking;

/// <summary>
/// The small form of a dossier that came to its end: where its rows led, and of each row that is no longer remembered four bytes of its identity, by
/// which a repetition is recognised. Rows that an operator accepted, or may still accept, stay as they are.
/// </summary>
/// <remarks>
/// What still comes is decided as before, but for a row that nobody has heard of and that is older than the last: it is kept and flagged as too
/// old, as for every row whose time is folded, and its dates move nothing.
/// </remarks>
public sealed class SmallDossier : IShrunkForm<DossierData>
{
    /// <summary>The first byte; JSON never begins with it.</summary>
    private const byte Mark = 1;

    private const int BitsOfServices = 4;

    private const RowMarks Judged = RowMarks.Corrected | RowMarks.FlaggedImpossible | RowMarks.FlaggedFuture;

    /// <inheritdoc/>
    public bool IsShrunk(DossierData state) => state.Seen is not null;

    /// <inheritdoc/>
    public bool IsWritten(ReadOnlySpan<byte> state) => state is [Mark, ..];

    /// <inheritdoc/>
    public DossierData? Shrink(DossierData state)
    {
        if (!StateGraph.IsFinal(state.Shown.State) || state.Clocks != RunningClocks.None || state.Seen is not null) return null;
        var start = Deciding.StartOf(state);
        var mayGo = HistoryFold.StillToBeCovered(start, state.Rows);
        var count = 0;
        while (count < state.Rows.Count && (state.Rows[count].Marks & Judged) == RowMarks.None && !state.Rows[count].ComesLast && !mayGo(state.Rows[count])) count++;
        var (folded, left) = HistoryFold.FoldFirst(start, state.Rows, count);
        var shrunk = state with
        {
            Folded = left.Count == state.Rows.Count ? state.Folded : folded,
            Rows = left,
            Seen = [.. state.Rows.Take(state.Rows.Count - left.Count).Select(row => (uint)row.Id)],
        };
        return LeadsToTheSame(state, shrunk) && CorrectionsLeadToTheSame(state, shrunk) ? shrunk : null;
    }

    /// <inheritdoc/>
    public byte[] Write(DossierData state)
    {
        var codec = SmallCodec.ToWrite(Mark);
        Pass(codec, state);
        return codec.Written;
    }

    /// <inheritdoc/>
    public DossierData Read(ReadOnlySpan<byte> state) =>
        Pass(SmallCodec.ToRead(state), new DossierData { Dossier = default, Calendar = "", FiledAt = default });

    /// <summary>Whatever the folding of rows may overlook, a state that would lead elsewhere does not shrink.</summary>
    private static bool LeadsToTheSame(DossierData state, DossierData shrunk)
    {
        var (was, impossible) = HistoryFold.Fold(Deciding.StartOf(state), state.Rows);
        var (now, stillImpossible) = HistoryFold.Fold(Deciding.StartOf(shrunk), shrunk.Rows);
        return impossible.SetEquals(stillImpossible) && was.Supplements.SequenceEqual(now.Supplements) && Bare(was) == Bare(now)
            && shrunk.Seen!.Distinct().Count() == shrunk.Seen!.Count;

        static History Bare(History history) => history with { Edge = null, EnteredBy = 0, Supplements = [], TimedStates = 0 };
    }

    /// <summary>A row that an operator may still accept then decides with its dates too: they must find the same beside what is folded.</summary>
    private static bool CorrectionsLeadToTheSame(DossierData state, DossierData shrunk) =>
        shrunk.Rows.Where(row => !row.Marks.HasFlag(RowMarks.Corrected)).All(row => LeadsToTheSame(Corrected(state, row.Id), Corrected(shrunk, row.Id)));

    private static DossierData Corrected(DossierData state, ulong id) =>
        state with { Rows = [.. state.Rows.Select(row => row.Id == id ? row with { Marks = row.Marks | RowMarks.Corrected } : row)] };

    private static DossierData Pass(SmallCodec codec, DossierData data)
    {
        var code = codec.Text(data.Dossier.Value)!;
        var agency = code.Split('-')[0];
        var expected = new[] { agency, agency.Split('.')[0], "vn" };
        int posts;
        return new DossierData
        {
            Dossier = DossierCode.Parse(code),
            Agency = codec.Text(data.Agency?.Value, expected) is { } competent ? AgencyCode.Parse(competent) : null,
            System = codec.Text(data.System),
            Calendar = codec.Text(data.Calendar)!,
            Origin = (DossierOrigin)codec.Small((int)data.Origin),
            Central = codec.Bit(data.Central),
            Notify = (NoticeChannels)codec.Small((int)data.Notify),
            Term = codec.Optional(data.Term, term => new ProcessingTerm(codec.Number(term?.Amount ?? 0), (TermUnit)codec.Small((int?)term?.Unit ?? 0), codec.Text(term?.Rule)!)),
            FiledAt = codec.Instant(data.FiledAt)!.Value,
            DeliveredAt = codec.Instant(data.DeliveredAt),
            BeforeSince = codec.Instant(data.BeforeSince),
            ProvisionalDeadline = codec.Instant(data.ProvisionalDeadline),
            HeardAt = codec.Instant(data.HeardAt),
            Revision = codec.Small(data.Revision),
            DeliveredRevision = codec.Small(data.DeliveredRevision),
            Before = (DossierState)codec.Small((int)data.Before),
            Alarms = (DossierAlarms)codec.Small((int)data.Alarms),
            Clocks = (RunningClocks)codec.Small((int)data.Clocks),
            Folded = codec.Optional(data.Folded, history => Pass(codec, history ?? new History())),
            Shown = Pass(codec, data.Shown),
            Counted = Pass(codec, data.Counted),
            Rows = codec.List(data.Rows, row => Pass(codec, row)),
            FaultyFiles = codec.List(data.FaultyFiles, codec.Small) is { Count: > 0 } files ? files : null,
            Seen = codec.List(data.Seen, codec.Fixed),
            Fees = codec.Later(FeesBefore(data), fees => codec.List(fees, fee => Pass(codec, fee))) is { Count: > 0 } told ? told : null,
            Post = (PostServices)((posts = codec.LaterSmall((int)data.Post | ((int)data.Posted << BitsOfServices))) & ((1 << BitsOfServices) - 1)),
            Posted = (PostServices)(posts >> BitsOfServices),
        };
    }

    /// <summary>The fees lie before the post's services: where only the latter are there, an empty list keeps the place.</summary>
    private static IReadOnlyList<DossierFee>? FeesBefore(DossierData data) => data.Fees ?? (data.Post == PostServices.None ? null : []);

    private static DossierFee Pass(SmallCodec codec, DossierFee? fee) => new(
        ObligationId.Parse(codec.Text(fee?.Obligation.Value)!), (ObligationState)codec.Small((int?)fee?.State ?? 0), new Vnd(codec.Number(fee?.Amount.Amount ?? 0)),
        new Vnd(codec.Number(fee?.Paid.Amount ?? 0)), codec.Instant(fee?.At)!.Value);

    private static Shown Pass(SmallCodec codec, Shown shown) => new()
    {
        State = (DossierState)codec.Small((int)shown.State),
        Since = codec.Instant(shown.Since)!.Value,
        Receipt = codec.Small(shown.Receipt),
        AcceptedAt = codec.Instant(shown.AcceptedAt),
        Deadline = codec.Instant(shown.Deadline),
        OwnDeadline = codec.Instant(shown.OwnDeadline),
        Suspended = codec.Bit(shown.Suspended),
        FinishedAt = codec.Instant(shown.FinishedAt),
        Flags = codec.List(shown.Flags, flag => (DossierFlag)codec.Small((int)flag)) is { Count: > 0 } flags ? flags : null,
        AppointmentMoves = codec.Small(shown.AppointmentMoves),
    };

    private static Counted Pass(SmallCodec codec, Counted counted) => new(
        DayOf(codec, counted.AcceptedOn), codec.Small((int?)counted.End ?? 0) is var end and not 0 ? (DailyFigure?)end : null, DayOf(codec, counted.EndedOn),
        DayOf(codec, counted.ReturnedOn), codec.Instant(counted.OverdueSince));

    private static History Pass(SmallCodec codec, History history) => new()
    {
        State = codec.Small((int?)history.State ?? sbyte.MinValue) is var state && state != sbyte.MinValue ? (DossierState)state : null,
        Since = codec.Instant(history.Since)!.Value,
        AcceptedAt = codec.Instant(history.AcceptedAt),
        FinishedAt = codec.Instant(history.FinishedAt),
        Supplements = codec.List(history.Supplements, supplement => new Supplement(codec.Instant(supplement?.From)!.Value, codec.Instant(supplement?.Until))),
        Payments = codec.Small(history.Payments),
        LastRowAt = codec.Instant(history.LastRowAt),
        ReceivedAt = codec.Instant(history.ReceivedAt),
        Promise = codec.Optional(history.Promise, promise => new Promise(
            codec.Instant(promise?.Date)!.Value, codec.Instant(promise?.Since)!.Value, codec.Small(promise?.Moves ?? 0), codec.Bit(promise?.HasReason ?? false),
            codec.Bit(promise?.Beside ?? false), codec.Small(promise?.FlaggedBefore ?? 0))),
        TimedStates = codec.Small(history.TimedStates),
    };

    private static StatusRow Pass(SmallCodec codec, StatusRow row) => new(
        ((ulong)codec.Fixed((uint)(row.Id >> 32)) << 32) | codec.Fixed((uint)row.Id), codec.Fixed(row.At), (DossierState)codec.Small((int)row.State),
        (RowMarks)codec.Small((int)row.Marks), codec.Fixed(row.Received), codec.Fixed(row.Appointment));

    private static DateOnly? DayOf(SmallCodec codec, DateOnly? day) => codec.Small(day?.DayNumber ?? 0) is var number and > 0 ? DateOnly.FromDayNumber(number) : null;
}
