using DichVuCong.Adapters.VNPost.Http;
using DichVuCong.Adapters.VNPost.Orders;
using DichVuCong.Adapters.VNPost.Tracking;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Parcels;
using DichVuCong.Contracts.Payments;
using DichVuCong.Messaging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DichVuCong.Adapters.VNPost.Conformance;

/// <summary>
/// The contract with VNPost as a run of checks, by the adapter's own operations: against the Sandbox in our tests, and against VNPost's test
/// system where the settings point to one. It orders one parcel of a made-up person and cancels it; nothing may point it at the live system.
/// </summary>
/// <param name="http">A client of <see cref="VnPostHttp"/>.</param>
/// <param name="settings">The settings, valid.</param>
/// <param name="time">The clock.</param>
public sealed class PostConformance(HttpClient http, VnPostSettings settings, TimeProvider time)
{
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(30);
    private const string FirstCursor = "000000000000000000000000";

    /// <summary>Runs the checks, each whether the one before it passed or not.</summary>
    /// <param name="order">A number that the other side has never seen.</param>
    /// <param name="agency">An agency with a point.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IReadOnlyList<PostCheck>> RunAsync(PostOrderNumber order, AgencyCode agency, CancellationToken cancellationToken)
    {
        using var client = new VnPostClient(http, settings, time);
        var tables = VnPostTables.Read(settings);
        var create = new CreatePostOrderOperation(client, settings, tables, new MadeUpPerson(), time, NullLogger<CreatePostOrderOperation>.Instance);
        var cancel = new CancelPostOrderOperation(client, settings, NullLogger<CancelPostOrderOperation>.Instance);
        var register = new RegisterPostDocumentOperation(client, settings, tables, new MadeUpPerson(), time, NullLogger<RegisterPostDocumentOperation>.Instance);
        var read = new ReadTrackingOperation(client, settings, tables, NullLogger<ReadTrackingOperation>.Instance);
        var command = new CreatePostOrder(order, agency, Vnd.Zero);
        var customer = settings.CustomerOf(agency);

        var checks = new List<PostCheck>
        {
            Is("a dossier is registered", await register.CallAsync(new RegisterPostDocument(order.Parcel, agency, PostServices.ReturnResult), Call(), cancellationToken), OutcomeKind.Done),
        };
        var first = await create.CallAsync(command, Call(), cancellationToken);
        checks.Add(Is("an order is taken", first, OutcomeKind.Done));
        var second = await create.CallAsync(command, Call(), cancellationToken);
        checks.Add(new PostCheck("the same number is known again", second is { Kind: OutcomeKind.Done, Reply: PostOrderCreated { AlreadyThere: true } }, second.ToString()));
        var page = await read.CallAsync(new ReadTracking(customer, FirstCursor, 1000), Call(), cancellationToken);
        checks.Add(new PostCheck("a page of the tracking is read", page is { Kind: OutcomeKind.Done, Reply: TrackingRead { Unreadable: 0 } }, PageOf(page)));
        checks.Add(await GoesOnAsync(read, customer, page, cancellationToken));
        checks.Add(Is("an order is cancelled", await cancel.CallAsync(new CancelPostOrder(order, customer), Call(), cancellationToken), OutcomeKind.Done));
        var again = await cancel.CallAsync(new CancelPostOrder(order, customer), Call(), cancellationToken);
        checks.Add(new PostCheck("a second cancelling is answered", again.Kind is OutcomeKind.Done or OutcomeKind.Refused, again.ToString()));
        return checks;
    }

    private async Task<PostCheck> GoesOnAsync(ReadTrackingOperation read, string customer, Outcome page, CancellationToken cancellationToken)
    {
        const string Name = "the tracking goes on behind its cursor";
        if (page.Reply is not TrackingRead { Events.Count: > 0 } first) return new PostCheck(Name, Passed: null, "there are no events yet");
        var next = await read.CallAsync(new ReadTracking(customer, first.Next, 1000), Call(), cancellationToken);
        if (next.Reply is not TrackingRead second) return new PostCheck(Name, Passed: false, next.ToString());
        var known = first.Events.Select(told => told.Id).ToHashSet(StringComparer.Ordinal);
        return new PostCheck(Name, !second.Events.Any(told => known.Contains(told.Id)), PageOf(next));
    }

    private static string PageOf(Outcome outcome) => outcome.Reply is TrackingRead page ? $"{page.Events.Count} events, {page.Events.Count(told => told.State is null)} of unknown codes" : outcome.ToString();

    private static PostCheck Is(string name, Outcome outcome, OutcomeKind wanted) => new(name, outcome.Kind == wanted, outcome.ToString());

    private PartnerCall Call() => new(Guid.Empty, "vnpost", Attempt: 1, time.GetUtcNow(), CallTimeout);

    /// <summary>Nobody: everything of him is made up.</summary>
    private sealed class MadeUpPerson : IPostContacts
    {
        public ValueTask<PostContact?> FindAsync(DossierCode dossier, CancellationToken cancellationToken)
        {
            _ = PersonName.TryParse("Nguyễn Văn Mẫu", out var name);
            _ = PhoneNumber.TryParse("0900000001", out var phone);
            _ = PostalAddress.TryParse("Số 1 Đường Mẫu", out var address);
            return ValueTask.FromResult<PostContact?>(new PostContact
            {
                Postal = new PostalContact { Services = PostServices.ReturnResult, Place = new Place("01", "00004"), Address = address! },
                Name = name,
                Phone = phone,
                PlaceName = "Phường Ba Đình, Thành phố Hà Nội",
                ProcedureCode = "1.001193",
                ProcedureName = "Thủ tục mẫu",
                SectorName = "Lĩnh vực mẫu",
            });
        }
    }
}
