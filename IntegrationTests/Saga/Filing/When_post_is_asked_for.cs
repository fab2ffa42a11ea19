using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Saga.Filing;
using DichVuCong.Saga.Routing;

namespace DichVuCong.Saga.Tests.Filing;

internal sealed class When_post_is_asked_for
{
    private static readonly CatalogueIndex Index = new(new CatalogueData { Requirements = Filings.Rules, Procedures = [Of("1.000001", ServedAt.Central), Of("1.000003", ServedAt.OneStop)] });

    private static readonly FilingPost Whole = new() { Place = new FilingPlace("01", "00004"), Address = "12 ngõ 3 Phố Mẫu", Phone = "0912345678" };

    private static FilingRequest ByPost => Filings.Minimal with { ReturnBy = "post", Post = Whole };

    [Test]
    public void Should_take_an_address_that_is_whole()
    {
        Filings.Check(ByPost, Index).ShouldBeEmpty();
        Filings.Check(ByPost with { ReturnBy = null, Channel = "post" }, Index).ShouldBeEmpty();
    }

    [Test]
    public void Should_say_what_is_missing_where_we_order_the_post() =>
        Filings.Codes(Filings.Minimal with { ReturnBy = "post" }, Index).ShouldBe(
            ["post.place.province post.needed", "post.place.commune post.needed", "post.address post.needed", "post.phone post.needed"], "the applicant's name is there");

    [Test]
    public void Should_leave_the_address_to_the_agency_where_that_orders_the_post() =>
        Filings.Check(Filings.Minimal with { ProcedureCode = "1.000003", ReturnBy = "post" }, Index).ShouldBeEmpty();

    [Test]
    public void Should_ask_for_nothing_where_nothing_is_carried() => Filings.Check(Filings.Minimal with { ReturnBy = "online" }, Index).ShouldBeEmpty();

    [Test]
    public void Should_check_what_is_given()
    {
        Filings.Codes(ByPost with { Post = Whole with { Phone = "12" } }, Index).ShouldBe(["post.phone phone.wrong-form"]);
        Filings.Codes(ByPost with { Post = Whole with { Address = new string('x', 301) } }, Index).ShouldBe(["post.address field.too-long"]);
        Whole.ToString().ShouldNotContain("Phố");
    }

    private static Procedure Of(string code, ServedAt served) => new()
    {
        Code = ProcedureCode.Parse(code),
        Name = "Thủ tục mẫu",
        Levels = [],
        SectorName = "Lĩnh vực mẫu",
        Subjects = [],
        PublisherName = "Bộ mẫu",
        Channels = [],
        Results = [],
        Served = served,
    };
}
