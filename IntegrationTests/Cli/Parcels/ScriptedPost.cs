using System.Globalization;
using DichVuCong.Contracts.Parcels;
using DichVuCong.Messaging;

namespace DichVuCong.Cli.Tests.Parcels;

/// <summary>A post that does what a test says.</summary>
internal sealed class ScriptedPost : IPartnerOperation<CreatePostOrder>, IPartnerOperation<CancelPostOrder>, IPartnerOperation<RegisterPostDocument>, IPartnerOperation<ReadTracking>
{
    private readonly Lock _gate = new();
    private readonly List<TrackingEvent> _events = [];

    /// <summary>What is in the way of orders; null for nothing.</summary>
    public ParcelObstacle? Obstacle { get; set; }

    /// <summary>Whether every page begins with the first event again.</summary>
    public bool RepeatsPages { get; set; }

    public void Tell(string order, string code, ParcelState? state)
    {
        lock (_gate)
        {
            _events.Add(new TrackingEvent
            {
                Id = (_events.Count + 1).ToString("x24", CultureInfo.InvariantCulture),
                OrderNumber = order,
                At = TimeProvider.System.GetUtcNow(),
                StatusCode = code,
                State = state,
                ItemCode = "EH000000001VN",
                Note = "Nguyễn Văn Mẫu ký nhận",
            });
        }
    }

    public Repeatability RepeatabilityOf(CreatePostOrder command) => Repeatability.Deduplicates();

    public Repeatability RepeatabilityOf(CancelPostOrder command) => Repeatability.Deduplicates();

    public Repeatability RepeatabilityOf(RegisterPostDocument command) => Repeatability.Deduplicates();

    public Repeatability RepeatabilityOf(ReadTracking command) => Repeatability.Deduplicates();

    public Task<Outcome> CallAsync(CreatePostOrder command, PartnerCall call, CancellationToken cancellationToken) => Task.FromResult(Obstacle is { } obstacle
        ? Outcome.Refused("held", new PostOrderNotCreated(command.Order, obstacle, "Địa bàn 99 chưa có mã của bưu chính"))
        : Outcome.Done(new PostOrderCreated(command.Order, "DVCQG", AlreadyThere: false)));

    public Task<Outcome> CallAsync(CancelPostOrder command, PartnerCall call, CancellationToken cancellationToken) => Task.FromResult(Outcome.Done(new PostOrderCancelled(command.Order)));

    public Task<Outcome> CallAsync(RegisterPostDocument command, PartnerCall call, CancellationToken cancellationToken) =>
        Task.FromResult(Outcome.Done(new PostDocumentAnswered(command.Parcel, IsRegistered: true, Reason: null)));

    public Task<Outcome> CallAsync(ReadTracking command, PartnerCall call, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var page = _events.Where(told => RepeatsPages || string.CompareOrdinal(told.Id, command.After) > 0).Take(command.Events).ToList();
            return Task.FromResult(Outcome.Done(new TrackingRead(command.Customer, command.After, page.Count == 0 ? command.After : page[^1].Id, page, page.Count >= command.Events)));
        }
    }

    public Task<Outcome> AskAsync(CreatePostOrder command, PartnerCall call, CancellationToken cancellationToken) => Task.FromResult(Outcome.Absent("sent again"));

    public Task<Outcome> AskAsync(CancelPostOrder command, PartnerCall call, CancellationToken cancellationToken) => Task.FromResult(Outcome.Absent("sent again"));

    public Task<Outcome> AskAsync(RegisterPostDocument command, PartnerCall call, CancellationToken cancellationToken) => Task.FromResult(Outcome.Absent("sent again"));

    public Task<Outcome> AskAsync(ReadTracking command, PartnerCall call, CancellationToken cancellationToken) => Task.FromResult(Outcome.Absent("read again"));
}
