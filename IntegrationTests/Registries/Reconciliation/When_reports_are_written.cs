using System.Text;
using DichVuCong.Contracts.Payments;
using DichVuCong.Registries.Tests.Reconciliation.Support;
using static DichVuCong.Registries.Tests.Reconciliation.Support.ReconcilingWorld;

namespace DichVuCong.Registries.Tests.Reconciliation;

/// <summary>The reports of a run: for each agency, to sign, and for the bank.</summary>
[Parallelizable(ParallelScope.Self)]
internal sealed class When_reports_are_written
{
    private ReconcilingWorld _world = null!;
    private string _folder = "";

    [SetUp]
    public async Task StartAsync()
    {
        _world = await ReconcilingWorld.StartAsync();
        _folder = Path.Combine(Path.GetTempPath(), $"reports-{Guid.NewGuid():N}");
    }

    [TearDown]
    public async Task EndAsync()
    {
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
        await _world.DisposeAsync();
    }

    private async Task<PaymentReference[]> WriteAsync()
    {
        PaymentReference[] paid =
        [
            await _world.PaidAsync("FT1", 50_000), await _world.PaidAsync("FT2", 60_000, agency: "G01.01"), await _world.PaidAsync("FT3", 70_000),
        ];
        await _world.TakeAsync(Day, [Line(paid[0], "FT1", 50_000), Line(paid[2], "FT3", 70_001), Line(null, "=FT9", 90_000, time: "15:00:00")]);
        var run = await _world.RunAsync(Day);
        await _world.Reports.WriteAsync(_world.Bank, run, _folder, "truc-ban", CancellationToken.None);
        return paid;
    }

    private string Read(string name) => File.ReadAllText(Path.Combine(_folder, name));

    [Test]
    public async Task Should_write_one_csv_for_the_partner_and_one_for_each_agency()
    {
        var paid = await WriteAsync();

        var all = await File.ReadAllBytesAsync(Path.Combine(_folder, "doi-soat_mb_20261120_1.csv"));
        all[..3].ShouldBe(Encoding.UTF8.GetPreamble());
        var rows = Read("doi-soat_mb_20261120_1.csv").TrimEnd().Split("\r\n");
        rows.Length.ShouldBe(1 + 5);
        rows[0].ShouldStartWith("Ngày,Cơ quan,Bên");
        rows.ShouldContain(row => row.Contains($",{paid[0]},FT1,50000,") && row.Contains(",Khớp,"));
        rows.ShouldContain(row => row.Contains(",'=FT9,90000,") && row.Contains(",Hệ thống không có,Tra soát,"));
        var agency = Read("doi-soat_mb_20261120_1_G01.01.csv");
        agency.ShouldContain(paid[1].Value);
        agency.ShouldNotContain(paid[0].Value);
    }

    [Test]
    public async Task Should_show_who_closed_what_with_whose_second_signature()
    {
        await WriteAsync();
        var difference = (await _world.SentAsync<OpenInquiry>()).Single(opened => opened.Kind == DifferenceKind.MissingHere).Difference;
        await _world.ExecuteAsync(
            """
            insert into payment.inquiry (difference, day, state, state_since, answers, deadline, claim_until, overdue)
            values ($1, '2026-11-20', 4, now(), 3, now(), now(), false)
            """,
            difference);
        foreach (var (step, by, said) in new[] { ((short)3, "nguoi-thu-nhat", "Ngân hàng <đã> hoàn"), ((short)4, "nguoi-thu-hai", "Đồng ý") })
        {
            await _world.ExecuteAsync(
                "insert into payment.inquiry_step (difference, id, step, said, by_account, at) values ($1, gen_random_uuid(), $2, $3, $4, now())",
                difference, step, said, by);
        }

        var run = (await _world.Runs.CompletedAsync("mb", Day, CancellationToken.None))!;
        await _world.Reports.WriteAsync(_world.Bank, run, _folder, "truc-ban", CancellationToken.None);

        var page = Read("bien-ban_mb_20261120_1.html");
        page.ShouldContain("nguoi-thu-nhat");
        page.ShouldContain("nguoi-thu-hai");
        page.ShouldContain("Ngân hàng &lt;đã&gt; hoàn");
        page.ShouldContain("Đã đóng");
        page.ShouldContain("Cộng = đầu vào");
        page.ShouldContain("180.000 ₫");
        page.ShouldContain(run.Digest!);
    }

    [Test]
    public async Task Should_answer_the_bank_in_its_own_layout()
    {
        await WriteAsync();

        var answer = Read("MB_20261120_DVCQG.txt").TrimEnd().Split("\r\n").Select(line => line.Split('|')).ToList();
        answer.Take(4).Select(values => (values[9], values[1])).ShouldBe([("FT1", "00"), ("FT3", "03"), ("=FT9", "02"), ("FT2", "01")]);
        answer[^1][..2].ShouldBe(["TR", "4"]);
    }

    [Test]
    public async Task Should_not_answer_a_bank_statement()
    {
        await using var vietQr = await ReconcilingWorld.StartAsync(
            new DichVuCong.Payments.Reconciliation.ReconciledPartner { Code = "vietqr", Name = "VietQR", Statements = "camt.053" });
        (await vietQr.TakeAsync(Day, [Line(null, "FT1", 50_000)], "camt.xml")).Rejection.ShouldBeNull();
        var run = await vietQr.RunAsync(Day);

        var written = await vietQr.Reports.WriteAsync(vietQr.Bank, run, _folder, "truc-ban", CancellationToken.None);

        written.Select(Path.GetExtension).ShouldBe([".csv", ".html"]);
    }
}
