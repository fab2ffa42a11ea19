using System.Runtime.CompilerServices;
using System.Text;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Saga.Dossiers;
using DichVuCong.Saga.Tests.Notifications;

namespace DichVuCong.Saga.Tests.Dossiers;

/// <summary>
/// States as older builds stored them. When one of these tests fails, the shape has changed: states that are stored must still be read,
/// so raise the schema, or let the new field be absent; then write the files anew.
/// </summary>
internal sealed class When_a_state_is_stored
{
    private static readonly Dictionary<string, Func<byte[]>> States = new()
    {
        ["filed"] = () => Filed().Json,
        ["unrouted"] = () => new DossierDriver().Give(Sample.Filing with { Agency = null, System = null, Term = null, Deadline = null }).Json,
        ["refused-by-system"] = () => Filed().Give(new DeliveryRefused(Sample.Code, Revision: 1, "Lỗi")).Json,
        ["accepted"] = () => Accepted().Json,
        ["suspended"] = () => Suspended().Json,
        ["overdue"] = () => Accepted().GoTo("2026-03-20 10:00").Json,
        ["flagged"] = () => Accepted().Give(Sample.Row(11, "2026-03-02 09:10")).Give(Sample.Row(9, "2026-03-02 12:00")).Give(new ReportFileFault(Sample.Code, 2, 1, FileFault.Missing)).Json,
        ["returned"] = () => Accepted().Give(Sample.Row(9, "2026-03-02 09:10")).Give(Sample.Row(10, "2026-03-02 09:11")).Json,
        ["folded"] = () => Folded().Json,
        ["counter"] = () => new DossierDriver().Give(Sample.Counter).Give(Sample.Row(2, "2026-03-02 09:00")).Json,
        ["notices"] = () => new NoticeDriver().Give(Filed().Sent<NotifyApplicant>().Single()).Give(new NoticeSent(Sample.Code, "receipt", NoticeChannels.Sms)).Json,
    };

    private static IEnumerable<string> Names => States.Keys;

    [TestCaseSource(nameof(Names))]
    public void Should_look_as_it_always_did(string name) =>
        Encoding.UTF8.GetString(States[name]()).ShouldBe(Encoding.UTF8.GetString(Stored(name)).TrimEnd());

    [TestCaseSource(nameof(Names))]
    public void Should_be_read_without_losing_anything(string name)
    {
        var saga = TestTopology.Of(rules: null).Sagas[name == "notices" ? Endpoints.Notices : Endpoints.Dossiers];
        var stored = Encoding.UTF8.GetString(Stored(name)).TrimEnd();

        Encoding.UTF8.GetString(saga.WriteState(saga.ReadState(Encoding.UTF8.GetBytes(stored)))).ShouldBe(stored);
    }

    [Test]
    public void Should_write_every_row_so_that_it_is_read_as_it_was()
    {
        StatusRow[] rows =
        [
            .. from state in Enum.GetValues<DossierState>()
               from marks in new[] { RowMarks.None, RowMarks.Corrected | RowMarks.FlaggedImpossible, RowMarks.FlaggedFuture | RowMarks.HasReason | RowMarks.Timeless }
               from dates in new[] { (0u, 0u), (1u, 0u), (1772416800u, 1773050400u), (1772416800u, uint.MaxValue), (0u, uint.MaxValue) }
               select new StatusRow(ulong.MaxValue - (ulong)state, 1772416800, state, marks, dates.Item1, dates.Item2),
        ];
        var saga = TestTopology.Of(rules: null).Sagas[Endpoints.Dossiers];

        ((DossierData)saga.ReadState(saga.WriteState(Filed().Data with { Rows = rows }))).Rows.ShouldBe(rows);
    }

    [Test, Explicit("Writes the files anew, after a change of shape that is meant.")]
    public void Should_be_written_anew()
    {
        foreach (var (name, state) in States) File.WriteAllText(Path.Combine(SourceFolder(), $"{name}.json"), $"{Encoding.UTF8.GetString(state())}\n");
        Directory.GetFiles(SourceFolder()).Length.ShouldBe(States.Count);
    }

    private static byte[] Stored(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Dossiers", "Golden", $"{name}.json"));

    private static string SourceFolder([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "Golden");

    private static DossierDriver Filed() => new DossierDriver().Give(Sample.Filing);

    private static DossierDriver Accepted() => Filed().Give(Sample.Delivered).GoTo("2026-03-02 09:05").Give(Sample.Row(2, "2026-03-02 09:05"));

    private static DossierDriver Suspended() => Filed().Give(Sample.Delivered)
        .GoTo("2026-03-02 09:30").Give(Sample.Whole(2, "2026-03-02 09:30", "2026-03-12 17:00"))
        .GoTo("2026-03-04 10:00").Give(Sample.Row(5, "2026-03-04 10:00", "Thiếu bản sao"));

    private static DossierDriver Folded()
    {
        var driver = Suspended();
        for (var row = 0; row < 40; row++) driver.GoTo(driver.Now.AddHours(1)).Give(Sample.Row(row % 8 == 7 ? 5 : 4, driver.Now));
        return driver;
    }
}
