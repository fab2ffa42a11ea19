using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DichVuCong.Adapters.Banks.Statements;
using DichVuCong.Contracts;

namespace DichVuCong.Sandbox.Tests.Banks;

/// <summary>The sandbox writes statements, the adapters read them: what one of them has misread shows here.</summary>
public class When_a_statement_is_made
{
    private static readonly string[] Families = ["napas", "mb", "ocb", "vnpay", "portal-1", "camt.053", "mt940"];

    private BankFixture _sandbox = null!;
    private string _bank = "mb";
    private DateOnly _day;

    [SetUp]
    public async Task SetUp() => _sandbox = await BankFixture.StartAsync();

    [TearDown]
    public async Task TearDown() => await _sandbox.DisposeAsync();

    [TestCaseSource(nameof(Families))]
    public async Task Should_be_read_by_the_adapter(string family)
    {
        await FillAsync(family);
        var lines = Read(family, await FetchAsync(family));

        var payments = lines.Where(line => line.Kind == StatementKind.Payment).ToList();
        payments.Select(line => line.Amount.Amount).ShouldBe([10_000, 20_000]);
        payments.ShouldAllBe(line => line.OurReference != null && line.PartnerReference.Length > 0 && line.BankDate == _day);
        var hasSettlement = family is not ("ocb" or "vnpay");
        lines.Where(line => line.Kind == StatementKind.Settlement).Sum(line => line.Amount.Amount).ShouldBe(hasSettlement ? 30_000 : 0);
    }

    [TestCaseSource(nameof(Families))]
    public async Task Should_be_the_same_each_time(string family)
    {
        await FillAsync(family);

        (await FetchAsync(family)).ShouldBe(await FetchAsync(family));
    }

    [TestCase("statement-truncated")]
    [TestCase("statement-spoilt")]
    [TestCase("statement-wrong-day")]
    public async Task Should_be_rejected_when_it_is_damaged(string mode)
    {
        await FillAsync();
        await _sandbox.FaultAsync("bank:mb", mode);
        var family = mode == "statement-wrong-day" ? "camt.053" : "mb";
        var file = await FetchAsync(family);

        Should.Throw<StatementRejectedException>(() => Read(family, file));
    }

    [TestCase("statement-changed", 2, 30_001)]
    [TestCase("statement-twice", 3, 40_000)]
    public async Task Should_state_something_else_with_right_checksums(string mode, int lines, long sum)
    {
        await FillAsync();
        await _sandbox.FaultAsync("bank:mb", mode);

        var payments = Read("mb", await FetchAsync("mb")).Where(line => line.Kind == StatementKind.Payment).ToList();

        payments.Count.ShouldBe(lines);
        payments.Sum(line => line.Amount.Amount).ShouldBe(sum);
    }

    [Test]
    public async Task Should_lose_a_line()
    {
        await FillAsync();
        await _sandbox.FaultAsync("bank:mb", "statement-line-lost");

        Read("mb", await FetchAsync("mb")).Count.ShouldBe(2);
    }

    [Test]
    public async Task Should_not_be_there()
    {
        await FillAsync();
        await _sandbox.FaultAsync("bank:mb", "statement-missing");

        (await _sandbox.Http.GetAsync(new Uri($"/sandbox/banks/mb/statements/{_day:yyyyMMdd}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Test]
    public async Task Should_pay_the_beneficiary_once()
    {
        await FillAsync();
        var again = await _sandbox.Http.PostAsync(new Uri($"/sandbox/banks/mb/settle/{_day:yyyyMMdd}", UriKind.Relative), content: null);

        (await again.Content.ReadFromJsonAsync<JsonElement>()).GetArrayLength().ShouldBe(0);
        (await _sandbox.SumsAsync("mb")).GetProperty("settled").GetInt64().ShouldBe(30_000);
    }

    /// <summary>Two payments that are passed on, at the bank that knows the days of a family.</summary>
    private async Task FillAsync(string family = "mb")
    {
        _bank = family == "vnpay" ? "vnpay" : "mb";
        var order = BankFixture.Reference();
        await PayAsync(order, 10_000);
        await PayAsync(BankFixture.Reference(), 20_000);
        // The day of the books, that of the bank's cut-off.
        var day = (await _sandbox.OrderAsync(_bank, order)).GetProperty("transactions")[0].GetProperty("day").GetString()!;
        _day = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        (await _sandbox.Http.PostAsync(new Uri($"/sandbox/banks/{_bank}/settle/{_day:yyyyMMdd}", UriKind.Relative), content: null)).EnsureSuccessStatusCode();
    }

    private async Task PayAsync(string reference, long amount)
    {
        var body = new { reference, amount, account = BankFixture.Account };
        (await _sandbox.Http.PostAsJsonAsync($"/sandbox/banks/{_bank}/payments", body)).EnsureSuccessStatusCode();
    }

    private async Task<byte[]> FetchAsync(string family)
    {
        var answer = await _sandbox.Http.GetAsync(new Uri($"/sandbox/banks/{_bank}/statements/{_day:yyyyMMdd}?family={family}", UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        answer.Content.Headers.ContentDisposition!.FileName!.ShouldContain($"{_day:yyyyMMdd}");
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private List<StatementLine> Read(string family, byte[] content)
    {
        var file = new StatementFile
        {
            Name = $"{_bank}_{_day:yyyyMMdd}.txt",
            Open = () => new MemoryStream(content),
            Day = _day,
            Size = content.Length,
            Key = "OCB-TEST",
            MadeAt = VietnamTime.At(_day, new TimeOnly(6, 0)),
        };
        return [.. StatementReader.Verify(StatementFamilies.Find(family)!, file).Lines()];
    }
}
