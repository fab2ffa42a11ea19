using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Saga.Tests.Dossiers;

/// <summary>Sets of messages that may arrive in any order, as (name, messages). A correction comes after its row.</summary>
internal static class Histories
{
    private const string Received = "2026-03-02 09:05";

    private static readonly RecordAgencyStatus Accepted = Sample.Row(2, "2026-03-02 09:10");
    private static readonly RecordAgencyStatus AcceptedAgain = Sample.Row(2, "2026-03-02 09:30", "đã nhập lại");
    private static readonly RecordAgencyStatus Processing = Sample.Row(4, "2026-03-02 10:00");
    private static readonly RecordAgencyStatus Supplement = Sample.Row(5, "2026-03-03 08:30", "Thiếu bản sao");
    private static readonly RecordAgencyStatus Resumed = Sample.Row(4, "2026-03-05 14:00");
    private static readonly RecordAgencyStatus Withdrawn = Sample.Row(7, "2026-03-06 09:00");
    private static readonly RecordAgencyStatus Processed = Sample.Row(9, "2026-03-06 15:00");
    private static readonly RecordAgencyStatus Returned = Sample.Row(10, "2026-03-09 08:00");
    private static readonly RecordAgencyStatus TooLate = Sample.Row(2, "2026-03-10 08:00");
    private static readonly RecordAgencyStatus Unknown = Sample.Row(11, "2026-03-02 16:00");

    /// <summary>When all is said: the last row's time has come, and every deadline is still ahead or all are over.</summary>
    public static DateTimeOffset Later { get; } = WorkingTime.Moment.At("2026-03-13 12:00");

    public static IEnumerable<TestCaseData> All() =>
    [
        Case("the ordinary way", Sample.Delivered, Accepted, Processing, Processed, Returned),
        Case("the reply of the delivery among the rows", Sample.Delivered, Sample.Row(1, "2026-03-02 09:06"), Accepted, Processing),
        Case("repeated rows", Accepted, Accepted, Processing, Processing, Processed),
        Case("the same state twice", Accepted, AcceptedAgain, Processing),
        Case("rows of one time", Sample.Row(1, Received), Sample.Row(2, Received), Sample.Row(4, Received), Sample.Row(6, Received), Sample.Row(5, Received)),
        Case("rows of one time and state", Accepted, Sample.Row(9, "2026-03-06 15:00", "a"), Sample.Row(9, "2026-03-06 15:00", "b"), Returned),
        Case("a supplement", Accepted, Processing, Supplement, Resumed, Processed),
        Case("supplements and a payment", Accepted, Supplement, Resumed, Sample.Row(5, "2026-03-05 16:00"), Sample.Row(4, "2026-03-06 10:00"), Sample.Row(6, "2026-03-06 11:00")),
        Case("a supplement before acceptance", Sample.Row(5, "2026-03-02 09:07"), Sample.Row(1, "2026-03-02 09:40"), Sample.Row(2, "2026-03-03 09:00"), Processed),
        Case("an end from a supplement", Accepted, Supplement, Withdrawn, Resumed),
        Case("two ends", Accepted, Withdrawn, Processed, Returned),
        Case("impossible rows", Accepted, Unknown, Processed, TooLate, Sample.Row(4, "2026-03-11 08:00")),
        Case("a correction", Accepted, Processed, TooLate, Sample.Accept(TooLate), Returned),
        Case("a correction to 11", Accepted, Unknown, Sample.Accept(Unknown), Processing),
        Case("a correction of what fits", Accepted, Processing, Sample.Accept(Processing), Withdrawn),
        Case("two corrections", Processed, Sample.Accept(Processed), Returned, Withdrawn, Sample.Accept(Withdrawn)),
        Case("a row of tomorrow", Accepted, Sample.Row(4, "2026-03-03 10:00"), Sample.Row(5, "2026-03-03 09:00"), Processed),
        Case("an end of tomorrow that does not fit", Accepted, Sample.Row(3, "2026-03-02 12:00"), Sample.Row(8, "2026-03-03 09:00")),
        Case("a correction of tomorrow", Accepted, Sample.Row(10, "2026-03-03 09:00"), Sample.Accept(Sample.Row(10, "2026-03-03 09:00"))),
        Case("dates that move", Sample.Whole(2, Received, "2026-03-09 17:00"), Sample.Whole(4, Received, "2026-03-11 17:00", note: "Chờ xác minh"), Sample.Whole(4, Received, "2026-03-13 17:00"), Processing),
        Case("a date that comes back", Whole("2026-03-02 10:00", "2026-03-09 17:00"), Whole("2026-03-02 11:00", "2026-03-12 17:00"), Whole("2026-03-02 12:00", "2026-03-09 17:00"), Accepted),
        Case("two times of receipt", Sample.Whole(2, Received), Sample.Whole(2, "2026-03-03 08:00"), Processing, Processed),
        Case("two times of receipt in rows of one time", Accepted, Whole("2026-03-02 10:00", null, "2026-03-02 09:01"), Whole("2026-03-02 10:00", null, "2026-03-02 09:02")),
        Case("a date given before a supplement", Sample.Whole(2, Received, "2026-03-10 17:00"), Supplement, Resumed, Processed),
        Case("a date given after the end", Accepted, Processed, Whole("2026-03-07 10:00", "2026-03-20 17:00"), Whole("2026-03-08 10:00", "2026-03-04 17:00")),
        Case("a date of tomorrow", Sample.Whole(2, Received, "2026-03-10 17:00"), Sample.Whole(4, "2026-03-02 12:00", "2026-03-12 17:00", at: "2026-03-04 08:00"), Processed),
        Case("an end without a time", Sample.Whole(2, Received), Processing, Sample.Whole(7, Received), Withdrawn),
        Case("an end without a time and nothing beside it", Sample.Whole(2, Received), Processing, Resumed, Sample.Whole(8, Received)),
        Case("a supplement without a time", Sample.Whole(2, Received), Sample.Whole(5, Received), Sample.Row(2, "2026-03-02 09:06"), Supplement),
    ];

    private static TestCaseData Case(string name, params object[] messages) => new TestCaseData((object)messages).SetArgDisplayNames(name);

    private static RecordAgencyStatus Whole(string at, string? promised, string received = Received) => Sample.Whole(4, received, promised, at);
}
