using DichVuCong.Adapters.VNPost.Http;
using DichVuCong.Adapters.VNPost.Wire;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Parcels;
using DichVuCong.Messaging;
using Microsoft.Extensions.Logging;

namespace DichVuCong.Adapters.VNPost.Orders;

/// <summary>
/// Orders the carrying of a parcel (order/post). The post takes an OrderNumber once: after an unknown outcome the same order is sent again, and
/// "101" says that it was there (<c>external-parties.md</c> B1, inferred; a setting).
/// </summary>
/// <param name="client">The client.</param>
/// <param name="settings">The settings, valid.</param>
/// <param name="tables">The tables.</param>
/// <param name="contacts">Where the applicants' addresses are.</param>
/// <param name="time">Says which day it is: codes of places change.</param>
/// <param name="log">Gets no number, no name and no address.</param>
public sealed class CreatePostOrderOperation(
    VnPostClient client, VnPostSettings settings, VnPostTables tables, IPostContacts contacts, TimeProvider time, ILogger<CreatePostOrderOperation> log)
    : IPartnerOperation<CreatePostOrder>
{
    /// <inheritdoc/>
    public Repeatability RepeatabilityOf(CreatePostOrder command) => Repeatability.Deduplicates();

    /// <inheritdoc/>
    public async Task<Outcome> CallAsync(CreatePostOrder command, PartnerCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(call);
        PostContact? contact;
        try
        {
            contact = await contacts.FindAsync(command.Order.Parcel.Dossier, cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException and not OutOfMemoryException)
        {
            // Whatever failed in there, the post was not called. The exception's message may hold what must not be logged.
            VnPostLog.ContactNotRead(log, command.Order.Parcel.Dossier.Value, fault.GetType().Name);
            return Outcome.Transient($"the contact could not be read: {fault.GetType().Name}");
        }

        switch (OrderBuilding.Of(command, contact, tables, settings, VietnamTime.DayOf(time.GetUtcNow())))
        {
            case OrderBuilding.Hindered hindered:
                return Outcome.Refused(hindered.Reason, new PostOrderNotCreated(command.Order, hindered.Obstacle, hindered.Reason));
            case OrderBuilding.Built { Request: var request }:
                var exchange = await client.PostAsync(settings.CreatePath, VnPostJson.Write(request), call.Timeout, cancellationToken);
                var judgement = PostAnswer.Judge(
                    exchange, settings, request.SenderName, request.SenderTel, request.SenderAddress, request.SenderEmail, request.ReceiverName, request.ReceiverTel,
                    request.ReceiverAddress, request.ReceiverEmail);
                return PostOutcome.Of(
                    judgement,
                    existed => new PostOrderCreated(command.Order, request.CustomerCode, existed),
                    reason => new PostOrderNotCreated(command.Order, ParcelObstacle.Refused, reason),
                    settings,
                    log);
            default:
                throw new InvalidOperationException("OrderBuilding is a closed set.");
        }
    }

    /// <summary>Never called: the same order is sent again instead.</summary>
    public Task<Outcome> AskAsync(CreatePostOrder command, PartnerCall call, CancellationToken cancellationToken) =>
        Task.FromResult(Outcome.Absent("the same order is sent again: the post knows its number"));
}
