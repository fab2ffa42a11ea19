using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Parcels;
using DichVuCong.Messaging;
using DichVuCong.VNPost.Tests.Doubles;
using Newtonsoft.Json.Linq;

namespace DichVuCong.VNPost.Tests;

internal sealed class When_a_parcel_is_ordered
{
    private const string Taken = """{"Status":"100","Message":"OK"}""";

    [Test]
    public async Task Should_say_everything_under_the_posts_names_and_codes()
    {
        await using var post = await FakePost.AnsweringAsync(Taken);
        using var bench = new PostBench(post.Root);

        var outcome = await bench.CreateAsync(cash: 150_000);

        outcome.Reply.ShouldBe(new PostOrderCreated(PostBench.Order, "HCM", AlreadyThere: false));
        var (line, token, body) = post.Calls.ShouldHaveSingleItem();
        (line, token).ShouldBe(("POST /apiVNPostNGSP/p1.0/order/post", "Bearer token-1"));
        var json = JObject.Parse(body);
        ((string?)json["OrderNumber"], (string?)json["CustomerCode"], (long)json["CODAmount"]!).ShouldBe(("H29.101-260302-5000001", "HCM", 150_000L));
        ((int)json["SenderProvince"]!, (int)json["ReceiverProvince"]!).ShouldBe((70, 10), "VNPost's codes of Hồ Chí Minh and Hà Nội");
        ((string?)json["ReceiverName"], (string?)json["ReceiverTel"], (string?)json["ReceiverAddress"])
            .ShouldBe(("Nguyễn Văn Mẫu", "84900000001", "12 ngõ 3 Phố Mẫu, Phường Ba Đình, Thành phố Hà Nội"));
        json.Properties().Select(property => property.Name).ShouldNotContain("ReceiverDistrict", "there are no districts since 1 July 2025");
        json.Properties().Select(property => property.Name).ShouldNotContain("FlagConfig");
    }

    [Test]
    public async Task Should_bring_papers_the_other_way()
    {
        await using var post = await FakePost.AnsweringAsync(Taken);
        using var bench = new PostBench(post.Root);

        await bench.CreateAsync(PostOrderNumber.Of(ParcelId.Of(PostBench.Parcel.Dossier, ParcelKind.Papers), 1));

        var json = JObject.Parse(post.Calls.ShouldHaveSingleItem().Body);
        ((string?)json["SenderName"], (string?)json["OrderNumber"], (string?)json["SenderDesc"])
            .ShouldBe(("Nguyễn Văn Mẫu", "H29.101-260302-5000001-TG", "Giấy tờ hồ sơ: TP01, TP02"));
        ((string?)json["ReceiverName"]).ShouldNotBeNullOrEmpty();
    }

    [TestCase("99", null, ParcelObstacle.AddressNotMapped, "Địa bàn 99 chưa có mã của bưu chính"), TestCase("02", null, ParcelObstacle.AddressNotMapped, "Địa bàn 02 chưa có mã của bưu chính")]
    [TestCase("01", "Z77.1", ParcelObstacle.NoAgencyPoint, "Cơ quan Z77.1 chưa có điểm giao nhận bưu chính")]
    public async Task Should_hold_what_has_no_code_and_guess_none(string province, string? agency, ParcelObstacle obstacle, string reason)
    {
        await using var post = await FakePost.AnsweringAsync(Taken);
        using var bench = new PostBench(post.Root, contacts: new OneContact(() => PostBench.Contact(new Place(province))));

        var outcome = await bench.CreateAsync(agency: agency is null ? null : AgencyCode.Parse(agency));

        outcome.Kind.ShouldBe(OutcomeKind.Refused);
        outcome.Reply.ShouldBe(new PostOrderNotCreated(PostBench.Order, obstacle, reason));
        post.Calls.ShouldBeEmpty();
    }

    [Test]
    public async Task Should_hold_a_parcel_whose_applicant_gave_no_address()
    {
        await using var post = await FakePost.AnsweringAsync(Taken);
        using var nothing = new PostBench(post.Root, contacts: new OneContact(() => null));
        using var nowhere = new PostBench(post.Root, contacts: new OneContact(() => PostBench.Applicant with { Postal = null }));
        using var nobody = new PostBench(post.Root, contacts: new OneContact(() => PostBench.Applicant with { Phone = null }));

        foreach (var bench in new[] { nothing, nowhere, nobody })
        {
            ((PostOrderNotCreated)(await bench.CreateAsync()).Reply!).Obstacle.ShouldBe(ParcelObstacle.NoAddress);
        }
    }

    [Test]
    public async Task Should_try_again_when_the_contact_cannot_be_read_and_log_nothing_of_it()
    {
        await using var post = await FakePost.AnsweringAsync(Taken);
        using var bench = new PostBench(post.Root, contacts: new OneContact(() => throw new InvalidOperationException("Nguyễn Văn Mẫu")));

        (await bench.CreateAsync()).ToString().ShouldBe("Transient: the contact could not be read: InvalidOperationException");
        bench.Log.ShouldNotBeEmpty();
        bench.Log.ShouldAllBe(line => !line.Contains("Mẫu"));
    }

    [Test]
    public async Task Should_register_the_dossier_with_what_is_asked_for()
    {
        await using var post = await FakePost.AnsweringAsync(Taken);
        using var bench = new PostBench(post.Root);

        (await bench.RegisterAsync(PostServices.ReturnResult)).Reply.ShouldBe(new PostDocumentAnswered(PostBench.Parcel, IsRegistered: true, Reason: null));
        var (line, _, body) = post.Calls.ShouldHaveSingleItem();
        var json = JObject.Parse(body);
        line.ShouldBe("POST /apiVNPostNGSP/p1.0/document/post");
        ((bool)json["IsSendDocument"]!, (bool)json["IsReceiveResult"]!, json["DocumentSender"]).ShouldBe((false, true, null));
        ((string?)json["ResultReceiver"]!["ProvinceCode"], (string?)json["Procedure"]!["Code"]).ShouldBe(("10", "1.001193"));
    }

    [Test]
    public async Task Should_cancel_by_customer_and_number()
    {
        await using var post = await FakePost.AnsweringAsync(Taken);
        using var bench = new PostBench(post.Root);

        (await bench.CancelAsync()).Reply.ShouldBe(new PostOrderCancelled(PostBench.Order));
        post.Calls.ShouldHaveSingleItem().Line.ShouldBe("GET /apiVNPostNGSP/p1.0/order/cancel?CustomerCode=HCM&OrderNumber=H29.101-260302-5000001");
    }

    [Test]
    public void Should_order_for_the_customer_of_the_nearest_body()
    {
        var settings = PostBench.Settings(new Uri("http://localhost"));

        settings.CustomerOf(AgencyCode.Parse("H29.101")).ShouldBe("HCM");
        settings.CustomerOf(AgencyCode.Parse("H26.1")).ShouldBe("DVCQG");
    }
}
