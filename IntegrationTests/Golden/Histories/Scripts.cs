using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Contracts.Payments;
using DichVuCong.Saga;

namespace DichVuCong.Golden.Tests.Histories;

/// <summary>The histories that are recorded.</summary>
internal static class Scripts
{
    public static IEnumerable<Script> All() => [.. Walks(), .. Stories(), .. Notices(), .. PaymentScripts.All(), .. ParcelScripts.All()];

    /// <summary>A dossier that is led along the agency's edges, an hour for each, from the state it has once it is delivered.</summary>
    private static IEnumerable<Script> Walks() =>
        new int[][]
        {
            [2, 4, 9, 10], [3], [5, 1, 6, 1, 7], [8], [2, 5, 2, 6, 2, 9, 10], [2, 3], [2, 7], [2, 8], [2, 4, 5, 4, 6, 4, 3], [2, 4, 7], [2, 4, 8], [5, 3],
            [5, 8], [6, 5, 7], [6, 7], [6, 8],
        }.Select(Walk);

    private static Script Walk(int[] states)
    {
        var script = Dossier($"walk-{string.Join('-', states)}", $"Delivered, then the agency says {string.Join(", ", states)}.")
            .Give(Said.Filing).At("2026-03-02T09:05", Said.Delivered);
        for (var step = 0; step < states.Length; step++)
        {
            var at = $"2026-03-{2 + (step / 5):D2}T{10 + (step % 5):D2}:30";
            script.At(at, Said.Row(states[step], at, step % 2 == 0 ? null : "Đã xử lý bước này"));
        }

        return script;
    }

    private static IEnumerable<Script> Stories() =>
    [
        Dossier("coordination", "Nobody is competent; the desk names an agency, and the dossier sets out.")
            .Give(Said.Unrouted).At("2026-03-03T10:00", Said.Assigned).At("2026-03-03T10:01", Said.Delivered),
        Dossier("refused-and-sent-again", "The system refuses the dossier; an operator sends it again; it takes it after all.")
            .Give(Said.Filing).At("2026-03-02T09:01", Said.Refused).At("2026-03-02T10:00", Said.Redelivery).At("2026-03-02T10:02", Said.Refused)
            .At("2026-03-02T11:00", Said.Delivered),
        Dossier("nobody-does-anything", "Neither the system nor the agency do anything: undelivered, not accepted.").Give(Said.Filing).GoTo("2026-03-06T09:00"),
        Dossier("silent-and-overdue", "Accepted, and then nothing more is heard: silent, overdue, and finished late.")
            .Give(Said.Filing).At("2026-03-02T09:05", Said.Delivered).At("2026-03-02T10:00", Said.Row(2, "2026-03-02T10:00")).GoTo("2026-03-12T09:00")
            .Give(Said.Row(9, "2026-03-12T08:30")).At("2026-03-13T09:00", Said.Row(10, "2026-03-13T09:00")),
        Dossier("supplement", "The deadline stands still while a supplement is awaited; the applicant sends it.")
            .Give(Said.Filing).At("2026-03-02T09:05", Said.Delivered).At("2026-03-02T10:00", Said.Row(2, "2026-03-02T10:00"))
            .At("2026-03-03T08:30", Said.Row(5, "2026-03-03T08:30", "Thiếu bản sao")).At("2026-03-04T15:00", Said.Supplement(2, "2026-03-04T15:00"))
            .At("2026-03-04T15:01", new DossierDelivered(Said.Code, Revision: 2, AlreadyThere: true)).At("2026-03-05T09:00", Said.Row(4, "2026-03-05T09:00")),
        Dossier("holiday", "A new holiday moves the deadline, the clock of acceptance and that of silence.")
            .Give(Said.Filing).At("2026-03-02T09:05", Said.Delivered).At("2026-03-02T10:00", Said.Row(2, "2026-03-02T10:00")).GoTo("2026-03-03T09:00")
            .ChangeCalendar(2).GoTo("2026-03-06T09:00"),
        Dossier("promises", "The agency promises a date that differs from ours, moves it with a reason, and moves it again.")
            .Give(Said.Filing).At("2026-03-02T09:05", Said.Delivered)
            .At("2026-03-02T09:40", Said.Whole(2, "2026-03-02T09:30", "2026-03-13T17:00", "2026-03-02T09:30"))
            .At("2026-03-03T09:40", Said.Whole(4, "2026-03-02T09:30", "2026-03-16T17:00", "2026-03-03T09:30", "Chờ xác minh"))
            .At("2026-03-04T09:40", Said.Whole(4, "2026-03-02T09:30", "2026-03-18T17:00", "2026-03-04T09:30")),
        Dossier("impossible-and-corrected", "Rows that the graph has no edge for are flagged; an operator accepts one.")
            .Give(Said.Filing).At("2026-03-02T09:05", Said.Delivered).At("2026-03-02T10:00", Said.Row(10, "2026-03-02T09:50"))
            .At("2026-03-02T10:10", Said.Row(11, "2026-03-02T10:10")).At("2026-03-02T10:20", Said.Row(2, "2026-03-02T10:20"))
            .At("2026-03-02T11:00", Said.Accept(Said.Row(11, "2026-03-02T10:10"))),
        Dossier("out-of-order", "A row that did not fit is resolved by an earlier one that comes late.")
            .Give(Said.Filing).At("2026-03-02T09:05", Said.Delivered).At("2026-03-02T14:00", Said.Row(10, "2026-03-02T13:00"))
            .At("2026-03-02T14:01", Said.Row(9, "2026-03-02T12:00")).At("2026-03-02T14:02", Said.Row(2, "2026-03-02T10:00")).Give(Said.Row(2, "2026-03-02T10:00")),
        Dossier("from-the-future", "A row of tomorrow takes effect tomorrow.")
            .Give(Said.Filing).At("2026-03-02T09:05", Said.Delivered).At("2026-03-02T10:00", Said.Row(2, "2026-03-02T10:00"))
            .At("2026-03-02T11:00", Said.Row(9, "2026-03-03T09:00")).GoTo("2026-03-03T10:00"),
        Dossier("from-the-future-late", "A row of tomorrow takes effect with the next message, as its clock is behind.")
            .Give(Said.Filing).At("2026-03-02T09:05", Said.Delivered).At("2026-03-02T10:00", Said.Row(2, "2026-03-02T10:00"))
            .At("2026-03-02T11:00", Said.Row(4, "2026-03-03T09:00")).BeforeTheClocks("2026-03-03T09:30", Said.Row(9, "2026-03-03T09:20")),
        Dossier("file-faults", "Files are missing or wrong: the applicant is asked once for each, and a supplement settles it.")
            .Give(Said.Filing).Give(Said.Fault(1, FileFault.Missing)).Give(Said.Fault(1, FileFault.Missing)).Give(Said.Fault(2, FileFault.WrongHash))
            .Give(Said.Fault(3, FileFault.WrongSize)).At("2026-03-02T09:30", Said.Supplement(2, "2026-03-02T09:30")),
        Dossier("without-a-term", "The catalogue has no term that can be counted: flagged, and the agency's date is used.")
            .Give(Said.Filing with { Term = null, Deadline = null, Central = false }).At("2026-03-02T09:05", Said.Delivered)
            .At("2026-03-02T09:40", Said.Row(2, "2026-03-02T09:40")).At("2026-03-02T10:10", Said.Whole(4, "2026-03-02T09:30", "2026-03-06T17:00", "2026-03-02T10:00")),
        Dossier("hours-and-months", "Terms in working hours: overdue within the day.")
            .Give(Said.Filing with { Term = new ProcessingTerm(240, TermUnit.WorkingMinutes, "x"), Deadline = GoldenCalendars.At("2026-03-02T14:00") })
            .At("2026-03-02T09:30", Said.Row(2, "2026-03-02T09:30")).GoTo("2026-03-02T16:00"),
        Dossier("counter", "Received at an agency's counter: it begins with the agency's first row.")
            .Give(Said.Counter).At("2026-03-02T09:10", Said.Row(2, "2026-03-02T09:05")).At("2026-03-03T09:00", Said.Row(9, "2026-03-03T09:00"))
            .At("2026-03-03T10:00", Said.Row(10, "2026-03-03T10:00")),
        Dossier("restored-and-further", "The database was restored: the agency is asked where the dossier stands, and is further than we know.")
            .Give(Said.Filing).At("2026-03-02T09:05", Said.Delivered).At("2026-03-02T10:00", Said.Row(2, "2026-03-02T10:00"))
            .At("2026-03-02T14:00", Said.Reconcile(2)).At("2026-03-02T14:01", Said.Told(2, 9, "2026-03-02T14:01")),
        Dossier("restored-without-an-answer", "The database was restored twice: the agency does not say, then knows nothing of the dossier; later it has ended.")
            .Give(Said.Filing).At("2026-03-02T09:05", Said.Delivered).At("2026-03-02T10:00", Said.Reconcile(2)).At("2026-03-02T10:30", Said.NotTold(2))
            .At("2026-03-02T11:00", Said.Reconcile(3)).At("2026-03-02T11:01", Said.Told(3, state: null, "2026-03-02T11:01"))
            .At("2026-03-02T12:00", Said.Row(3, "2026-03-02T12:00")).At("2026-03-02T13:00", Said.Reconcile(4)),
        Dossier("fees", "The agency asks for a fee; it is stated, paid in parts, told again and out of order; another follows, and the dossier goes its own way.")
            .Give(Said.Filing).At("2026-03-02T09:05", Said.Delivered).At("2026-03-02T10:00", Said.Row(6, "2026-03-02T10:00"))
            .At("2026-03-02T10:01", Said.Fee("PHI-1", ObligationState.Open, 0, "2026-03-02T10:01"))
            .At("2026-03-02T11:00", Said.Fee("PHI-1", ObligationState.PartlyPaid, 50_000, "2026-03-02T11:00"))
            .At("2026-03-02T11:30", Said.Fee("PHI-1", ObligationState.Paid, 150_000, "2026-03-02T11:30"))
            .Give(Said.Fee("PHI-1", ObligationState.Paid, 150_000, "2026-03-02T11:30"))
            .Give(Said.Fee("PHI-1", ObligationState.PartlyPaid, 50_000, "2026-03-02T11:00"))
            .At("2026-03-02T14:00", Said.Fee("PHI-2", ObligationState.Open, 0, "2026-03-02T14:00")).At("2026-03-02T15:00", Said.Row(2, "2026-03-02T15:00"))
            .At("2026-03-03T10:00", Said.Fee("PHI-1", ObligationState.Settled, 150_000, "2026-03-03T10:00")),
        Dossier("post", "Papers are collected, the result is carried with an open fee to collect, and the post's handing over is the last step.")
            .Give(Said.ByPost).At("2026-03-02T09:05", Said.Delivered).At("2026-03-02T10:00", Said.Row(2, "2026-03-02T10:00"))
            .At("2026-03-02T10:01", Said.Fee("PHI-1", ObligationState.PartlyPaid, 50_000, "2026-03-02T10:01")).At("2026-03-03T10:00", Said.Row(9, "2026-03-03T10:00"))
            .At("2026-03-05T16:00", Said.HandedOver("2026-03-05T15:20")).At("2026-03-06T08:00", Said.Row(10, "2026-03-06T08:00")),
        Dossier("post-taken-back", "A result that was sent for is taken back, as an earlier row comes late; the papers are not collected either.")
            .Give(Said.ByPost).At("2026-03-02T09:05", Said.Delivered).At("2026-03-02T10:00", Said.Row(2, "2026-03-02T10:00"))
            .At("2026-03-03T10:00", Said.Row(9, "2026-03-03T10:00")).At("2026-03-03T11:00", Said.Row(3, "2026-03-02T15:00")),
        Folded(),
    ];

    private static Script Folded()
    {
        var script = Dossier("many-rows", "More rows than are remembered one by one: the oldest are folded, and a row of that time comes too late.")
            .Give(Said.Filing).At("2026-03-02T09:05", Said.Delivered).At("2026-03-02T09:10", Said.Row(2, "2026-03-02T09:10"));
        for (var row = 0; row < 26; row++)
        {
            var at = $"2026-03-{2 + (row / 7):D2}T{10 + (row % 7):D2}:00";
            script.At(at, Said.Row(row % 9 == 8 ? 5 : 4, at));
        }

        return script.Give(Said.Row(5, "2026-03-02T09:20")).Give(Said.Accept(Said.Row(2, "2026-03-02T09:10")));
    }

    private static IEnumerable<Script> Notices() =>
    [
        Notice("told-on-both-channels", "A receipt on both channels; the same again changes nothing.")
            .Give(Said.Notice("receipt", 0)).Give(Said.Sent("receipt", NoticeChannels.Sms)).Give(Said.Sent("receipt", NoticeChannels.Email))
            .Give(Said.Notice("receipt", 0)),
        Notice("told-of-every-state", "Each state that is notified, on one channel.")
            .Give(Said.Notice("state-3", 3, NoticeChannels.Sms)).Give(Said.Notice("state-5", 5, NoticeChannels.Sms)).Give(Said.Notice("state-5#2", 5, NoticeChannels.Sms))
            .Give(Said.Notice("state-6", 6, NoticeChannels.Sms)).Give(Said.Notice("state-7", 7, NoticeChannels.Email)).Give(Said.Notice("state-8", 8, NoticeChannels.Email))
            .Give(Said.Notice("state-9", 9, NoticeChannels.Email)).Give(Said.Notice("state-10", 10, NoticeChannels.Email)).Give(Said.Notice("file-1-2", 5)),
        Notice("not-reached", "One channel fails, and is taken after all.")
            .Give(Said.Notice("receipt", 0)).Give(Said.Failed("receipt", NoticeChannels.Sms)).Give(Said.Failed("receipt", NoticeChannels.Sms))
            .Give(Said.Sent("receipt", NoticeChannels.Sms)).Give(Said.Failed("state-9", NoticeChannels.Email)),
        Notice("moved", "No provider takes an SMS at first; one takes it later, and reports its delivery.")
            .Give(Said.Notice("receipt", 0, NoticeChannels.Sms)).At("2026-03-02T09:01", Said.NotTaken("receipt", "viettel")).Give(Said.NotTaken("receipt", "viettel"))
            .Give(Said.NotTaken("receipt", "esms")).GoTo("2026-03-02T09:02").Give(Said.NotTaken("receipt", "viettel")).Give(Said.Sent("receipt", NoticeChannels.Sms))
            .At("2026-03-02T09:05", Said.Reported("receipt", NoticeChannels.Sms, NoticeState.Delivered)),
        Notice("not-confirmed", "A provider that reports deliveries does not report one in its time.")
            .Give(Said.Notice("receipt", 0, NoticeChannels.Sms)).Give(Said.NotTaken("receipt", "viettel")).Give(Said.Sent("receipt", NoticeChannels.Sms)).GoTo("2026-03-03T10:00"),
        Notice("mail-came-back", "A mail that was taken comes back.")
            .Give(Said.Notice("receipt", 0, NoticeChannels.Email)).Give(Said.Sent("receipt", NoticeChannels.Email))
            .At("2026-03-02T09:20", Said.Reported("receipt", NoticeChannels.Email, NoticeState.Failed, "the mailbox does not exist (5.1.1)")),
        Notice("in-the-night", "What does not press waits for the morning where it rings, and then for its turn.")
            .At("2026-03-02T22:00", Said.Notice("state-9", 9, NoticeChannels.Sms | NoticeChannels.Email | NoticeChannels.App | NoticeChannels.Portal))
            .GoTo("2026-03-03T07:05").GoTo("2026-03-03T07:30"),
        Notice("in-turn", "One channel after the other: the first fails, another is spared, another takes too long.")
            .Give(Said.Notice("state-9", 9, NoticeChannels.Sms | NoticeChannels.App)).Give(Said.Failed("state-9", NoticeChannels.App))
            .Give(Said.Notice("state-10", 10, NoticeChannels.Sms | NoticeChannels.App)).Give(Said.Sent("state-10", NoticeChannels.App))
            .At("2026-03-02T10:00", Said.Notice("state-7", 7, NoticeChannels.Sms | NoticeChannels.App)).GoTo("2026-03-02T10:30"),
    ];

    private static Script Dossier(string name, string about) => Script.Of(Endpoints.Dossiers, $"dossiers-{name}", about, Said.Key);

    private static Script Notice(string name, string about) => Script.Of(Endpoints.Notices, $"notices-{name}", about, Said.Key);
}
