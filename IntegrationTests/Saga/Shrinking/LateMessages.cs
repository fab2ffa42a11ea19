using DichVuCong.Contracts.Dossiers;
using DichVuCong.Messaging;
using DichVuCong.Saga.Dossiers;
using DichVuCong.Saga.Tests.Dossiers;
using FsCheck;
using FsCheck.Fluent;

namespace DichVuCong.Saga.Tests.Shrinking;

/// <summary>A dossier's history, and what still comes long after its end.</summary>
internal sealed record LateLife(Arrivals Before, DossierState End, IReadOnlyList<object> After)
{
    public override string ToString() => $"{Before}\nend {End}\n{Orders.Show(After)}";
}

/// <summary>Makes up what comes late: repetitions, new rows, whole dossiers, orders and answers that nobody waits for any more.</summary>
internal static class LateMessages
{
    /// <summary>When the late messages come.</summary>
    public static DateTimeOffset Late { get; } = WorkingTime.Moment.At("2026-09-01 09:00");

    public static Arbitrary<LateLife> Lives() => (
        from before in RandomHistories.Arrivals().Generator
        from end in Gen.Elements(DossierState.NotAccepted, DossierState.Withdrawn, DossierState.Stopped, DossierState.Returned)
        from count in Gen.Choose(1, 6)
        from kinds in Gen.Choose(0, 13).ArrayOf(count)
        from picks in Gen.Choose(0, 1000).ArrayOf(count)
        select new LateLife(before, end, [.. kinds.Zip(picks, (kind, pick) => MessageOf(before, kind, pick))])).ToArbitrary();

    private static object MessageOf(Arrivals before, int kind, int pick)
    {
        var rows = before.One.OfType<RecordAgencyStatus>().ToList();
        var at = Late.AddMinutes(pick % 60 - 30);
        return kind switch
        {
            0 or 1 or 2 => rows[pick % rows.Count],
            3 or 4 => Sample.Row((pick % 11) + 1, at),
            5 => Sample.Whole((pick % 10) + 1, "2026-03-02 09:05", "2026-09-20 17:00", $"{at:yyyy-MM-dd HH:mm}"),
            6 => Sample.Whole((pick % 10) + 1, "2026-03-02 09:05"),
            7 => Sample.Accept(rows[pick % rows.Count]),
            8 => Sample.Delivered,
            9 => new DeliveryRefused(Sample.Code, Revision: (pick % 3) + 1, "Trễ"),
            10 => new RedeliverDossier(Sample.Code, "operator", Guid.Empty),
            11 => new ReportFileFault(Sample.Code, (pick % 2) + 1, 1, FileFault.Missing),
            12 => before.Filing,
            _ => new ClockFired(Sample.Code.Value, ClockNames.Deadline, Serial: 1, at),
        };
    }
}
