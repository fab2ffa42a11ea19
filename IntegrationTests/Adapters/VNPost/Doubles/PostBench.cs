using System.Collections.Concurrent;
using DichVuCong.Adapters.VNPost;
using DichVuCong.Adapters.VNPost.Http;
using DichVuCong.Adapters.VNPost.Orders;
using DichVuCong.Adapters.VNPost.Tracking;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Parcels;
using DichVuCong.Contracts.Payments;
using DichVuCong.Messaging;
using Microsoft.Extensions.Logging;

namespace DichVuCong.VNPost.Tests.Doubles;

/// <summary>The operations under test with a client, settings, contacts and a log.</summary>
internal sealed class PostBench : IDisposable
{
    public static readonly AgencyCode Agency = AgencyCode.Parse("H29.101");
    public static readonly ParcelId Parcel = ParcelId.Of(DossierCode.Parse("H29.101-260302-5000001"), ParcelKind.Result);
    public static readonly PostOrderNumber Order = PostOrderNumber.Of(Parcel, 1);
    public static readonly PostContact Applicant = Contact(new Place("01", "00004"));

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private readonly HttpClient _http = VnPostHttp.CreateClient();
    private readonly VnPostClient _client;
    private readonly VnPostTables _tables;
    private readonly VnPostSettings _settings;

    public PostBench(Uri root, VnPostSettings? settings = null, IPostContacts? contacts = null)
    {
        _settings = settings ?? Settings(root);
        _settings.Validate(isDevelopment: true).ShouldBeEmpty();
        _client = new VnPostClient(_http, _settings, TimeProvider.System);
        _tables = VnPostTables.Read(_settings);
        Contacts = contacts ?? new Known(Applicant);
    }

    public IPostContacts Contacts { get; }

    public ConcurrentQueue<string> Log { get; } = [];

    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(20);

    public static VnPostSettings Settings(Uri root, string existing = "101", string header = "Authorization", IReadOnlyList<string>? busy = null) => new()
    {
        BaseUrl = new Uri(root, "/apiVNPostNGSP/p1.0"),
        TokenUrl = new Uri(root, "/token"),
        ConsumerKey = "khoa",
        ConsumerSecret = "bimat",
        CustomerCode = "DVCQG",
        CustomerCodes = new Dictionary<string, string> { ["H29"] = "HCM" },
        ExistingStatus = existing,
        TokenHeader = header,
        BusyStatuses = busy ?? [],
    };

    public static PostContact Contact(Place place)
    {
        PersonName.TryParse("Nguyễn Văn Mẫu", out var name).ShouldBeTrue();
        PhoneNumber.TryParse("0900000001", out var phone).ShouldBeTrue();
        PostalAddress.TryParse("12 ngõ 3 Phố Mẫu", out var address).ShouldBeTrue();
        return new PostContact
        {
            Postal = new PostalContact { Services = PostServices.ReturnResult, Place = place, Address = address },
            Name = name,
            Phone = phone,
            PlaceName = "Phường Ba Đình, Thành phố Hà Nội",
            ProcedureCode = "1.001193",
            ProcedureName = "Thủ tục đăng ký khai sinh",
            SectorName = "Hộ tịch",
            Papers = ["TP01", "TP02"],
        };
    }

    public Task<Outcome> CreateAsync(PostOrderNumber? order = null, long cash = 0, AgencyCode? agency = null) =>
        new CreatePostOrderOperation(_client, _settings, _tables, Contacts, TimeProvider.System, LogFor<CreatePostOrderOperation>())
            .CallAsync(new CreatePostOrder(order ?? Order, agency ?? Agency, new Vnd(cash)), Call(), CancellationToken.None).WaitAsync(Limit);

    public Task<Outcome> CancelAsync() => new CancelPostOrderOperation(_client, _settings, LogFor<CancelPostOrderOperation>())
        .CallAsync(new CancelPostOrder(Order, "HCM"), Call(), CancellationToken.None).WaitAsync(Limit);

    public Task<Outcome> RegisterAsync(PostServices services) =>
        new RegisterPostDocumentOperation(_client, _settings, _tables, Contacts, TimeProvider.System, LogFor<RegisterPostDocumentOperation>())
            .CallAsync(new RegisterPostDocument(Parcel, Agency, services), Call(), CancellationToken.None).WaitAsync(Limit);

    public Task<Outcome> ReadAsync(string after = "000000000000000000000000", int events = 1000) =>
        new ReadTrackingOperation(_client, _settings, _tables, LogFor<ReadTrackingOperation>())
            .CallAsync(new ReadTracking("HCM", after, events), Call(), CancellationToken.None).WaitAsync(Limit);

    public void Dispose()
    {
        _client.Dispose();
        _http.Dispose();
    }

    private PartnerCall Call() => new(Guid.Empty, "vnpost:orders", Attempt: 1, DateTimeOffset.UnixEpoch, CallTimeout);

    private Logger<T> LogFor<T>() => new(Log);

    private sealed class Known(PostContact? contact) : IPostContacts
    {
        public ValueTask<PostContact?> FindAsync(DossierCode dossier, CancellationToken cancellationToken) => ValueTask.FromResult(contact);
    }

    private sealed class Logger<T>(ConcurrentQueue<string> lines) : ILogger<T>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");
    }
}

/// <summary>Contacts that a test makes up.</summary>
internal sealed class OneContact(Func<PostContact?> contact) : IPostContacts
{
    public ValueTask<PostContact?> FindAsync(DossierCode dossier, CancellationToken cancellationToken) => ValueTask.FromResult(contact());
}
