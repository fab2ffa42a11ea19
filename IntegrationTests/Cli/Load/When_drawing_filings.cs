using System.Text;
using System.Text.Json;
using DichVuCong.Cli.Load.Drawing;
using DichVuCong.Contracts;

namespace DichVuCong.Cli.Tests.Load;

internal sealed class When_drawing_filings
{
    private static readonly Uri Sandbox = new("http://127.0.0.1:9102");
    private DrawnProcedures _procedures = null!;

    [OneTimeSetUp]
    public void Read() => _procedures = DrawnProcedures.Shipped();

    [Test]
    public void Should_draw_the_same_filings_from_the_same_seed() =>
        Bodies(seed: 7, 50).ShouldBe(Bodies(seed: 7, 50));

    [Test]
    public void Should_draw_others_from_another_seed() =>
        Bodies(seed: 7, 50).ShouldNotBe(Bodies(seed: 8, 50));

    [Test]
    public void Should_reach_every_province()
    {
        var provinces = Draw(new FilingShares(), seed: 1, 2000).Select(filing => Root(filing).GetProperty("place").GetProperty("province").GetString());

        provinces.Distinct().Count().ShouldBe(34);
    }

    [Test]
    public void Should_mark_its_applicants_and_give_them_numbers_of_valid_form()
    {
        foreach (var filing in Draw(new FilingShares(), seed: 2, 500))
        {
            var applicant = Root(filing).GetProperty("applicant");
            PersonalId.TryParse(applicant.GetProperty("personalId").GetString(), out _).ShouldBeTrue();
            PhoneNumber.TryParse(applicant.GetProperty("phone").GetString(), out var phone).ShouldBeTrue();
            phone!.IsMobile.ShouldBeTrue();
            applicant.GetProperty("fullName").GetString()!.ShouldContain("thử nghiệm");
        }
    }

    [Test]
    public void Should_spoil_as_many_as_it_was_told()
    {
        var filings = Draw(new FilingShares { Bad = 0.2 }, seed: 3, 2000);

        filings.Count(filing => filing.Flaw != Flaw.None).ShouldBeInRange(320, 480);
        filings.Where(filing => filing.Flaw == Flaw.NoName).ShouldAllBe(filing => !Encoding.UTF8.GetString(filing.Body).Contains("fullName"));
    }

    [Test]
    public void Should_notify_only_applicants_of_centrally_served_procedures()
    {
        Draw(new FilingShares { Central = 0 }, seed: 4, 200).ShouldAllBe(filing => filing.Channels == 0);
        Draw(new FilingShares { Central = 1 }, seed: 4, 200).ShouldContain(filing => filing.Channels == 2);
    }

    private List<string> Bodies(int seed, int count) => Draw(new FilingShares { Bad = 0.1, Counter = 0.1 }, seed, count).ConvertAll(filing => Encoding.UTF8.GetString(filing.Body));

    private List<Filing> Draw(FilingShares shares, int seed, int count)
    {
        var source = new FilingSource(_procedures, shares, seed, "test", new DateOnly(2026, 11, 23), Sandbox);
        return [.. Enumerable.Range(0, count).Select(_ => source.Next())];
    }

    private static JsonElement Root(Filing filing)
    {
        using var document = JsonDocument.Parse(filing.Body);
        return document.RootElement.Clone();
    }
}
