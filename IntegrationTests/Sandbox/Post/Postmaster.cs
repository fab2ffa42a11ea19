using DichVuCong.Adapters.VNPost;
using DichVuCong.Adapters.VNPost.Conformance;
using DichVuCong.Adapters.VNPost.Http;
using DichVuCong.Adapters.VNPost.Orders;
using DichVuCong.Adapters.VNPost.Tracking;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Parcels;
using DichVuCong.Contracts.Payments;
using DichVuCong.Messaging;
using DichVuCong.Sandbox.Tests.Support;
using DichVuCong.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace DichVuCong.Sandbox.Tests.Post;

/// <summary>The portal's side of parcels: the real operations with the settings of development.</summary>
internal sealed class Postmaster : IPostContacts, IDisposable
{
    public const string Start = "000000000000000000000000";
    public static readonly AgencyCode Agency = AgencyCode.Parse("H29.101");

    private readonly HttpClient _http = VnPostHttp.CreateClient();
    private readonly VnPostClient _client;
    private readonly VnPostTables _tables;
    private readonly VnPostSettings _settings;

    public Postmaster(SandboxFixture sandbox)
    {
        _settings = new VnPostSettings
        {
            BaseUrl = new Uri(sandbox.Address, "/vnpost/apiVNPostNGSP/p1.0"),
            TokenUrl = new Uri(sandbox.Address, "/vnpost/token"),
            ConsumerKey = VnPostSettings.DevelopmentKey,
            ConsumerSecret = VnPostSettings.DevelopmentKey,
            CustomerCode = "DVCQG",
        };
        _client = new VnPostClient(_http, _settings, TimeProvider.System);
        _tables = VnPostTables.Read(_settings);
    }

    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(10);

    public static PostOrderNumber Order(int number) => PostOrderNumber.Of(ParcelId.Of(DossierCode.Parse($"H29.101-260302-{5_000_000 + number}"), ParcelKind.Result), 1);

    public Task<Outcome> CreateAsync(int number) => new CreatePostOrderOperation(
        _client, _settings, _tables, this, TimeProvider.System, NullLogger<CreatePostOrderOperation>.Instance)
        .CallAsync(new CreatePostOrder(Order(number), Agency, new Vnd(150_000)), Call(), CancellationToken.None);

    public Task<Outcome> CancelAsync(int number) => new CancelPostOrderOperation(_client, _settings, NullLogger<CancelPostOrderOperation>.Instance)
        .CallAsync(new CancelPostOrder(Order(number), "DVCQG"), Call(), CancellationToken.None);

    public async Task<TrackingRead> ReadAsync(string after = Start, int events = 1000)
    {
        var outcome = await new ReadTrackingOperation(_client, _settings, _tables, NullLogger<ReadTrackingOperation>.Instance)
            .CallAsync(new ReadTracking("DVCQG", after, events), Call(), CancellationToken.None);
        return outcome.Reply.ShouldBeOfType<TrackingRead>(outcome.ToString());
    }

    /// <summary>The states of an order, as they were told, once it has come to its end.</summary>
    public async Task<IReadOnlyList<ParcelState?>> JourneyAsync(int number, ParcelState end = ParcelState.Delivered)
    {
        IReadOnlyList<ParcelState?> states = [];
        await Eventually.HoldsAsync(
            async () =>
            {
                states = [.. (await ReadAsync()).Events.Where(told => told.OrderNumber == Order(number).Value).Select(told => told.State)];
                return states.Count > 0 && states[^1] == end;
            },
            "the parcel comes to its end");
        return states;
    }

    public Task<IReadOnlyList<PostCheck>> CheckAsync(int number) =>
        new PostConformance(_http, _settings, TimeProvider.System).RunAsync(Order(number), Agency, CancellationToken.None);

    public ValueTask<PostContact?> FindAsync(DossierCode dossier, CancellationToken cancellationToken)
    {
        PersonName.TryParse("Nguyễn Văn Mẫu", out var name).ShouldBeTrue();
        PhoneNumber.TryParse("0900000001", out var phone).ShouldBeTrue();
        PostalAddress.TryParse("12 Phố Mẫu", out var address).ShouldBeTrue();
        return ValueTask.FromResult<PostContact?>(new PostContact
        {
            Postal = new PostalContact { Services = PostServices.ReturnResult, Place = new Place("01", "00004"), Address = address },
            Name = name,
            Phone = phone,
            ProcedureCode = "1.001193",
            ProcedureName = "Thủ tục đăng ký khai sinh",
            SectorName = "Hộ tịch",
        });
    }

    public void Dispose()
    {
        _client.Dispose();
        _http.Dispose();
    }

    private PartnerCall Call() => new(Guid.Empty, "vnpost:orders", Attempt: 1, DateTimeOffset.UnixEpoch, Patience);
}
