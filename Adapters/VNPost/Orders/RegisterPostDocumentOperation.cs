using System.Globalization;
using DichVuCong.Adapters.VNPost.Http;
using DichVuCong.Adapters.VNPost.Wire;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Parcels;
using DichVuCong.Messaging;
using Microsoft.Extensions.Logging;

namespace DichVuCong.Adapters.VNPost.Orders;

/// <summary>Tells the post of a dossier whose applicant asks for it (document/post). Nothing waits for it, and it replaces itself.</summary>
/// <param name="client">The client.</param>
/// <param name="settings">The settings, valid.</param>
/// <param name="tables">The tables.</param>
/// <param name="contacts">Where the applicants' addresses are.</param>
/// <param name="time">Says which day it is: codes of places change.</param>
/// <param name="log">Gets no number, no name and no address.</param>
public sealed class RegisterPostDocumentOperation(
    VnPostClient client, VnPostSettings settings, VnPostTables tables, IPostContacts contacts, TimeProvider time, ILogger<RegisterPostDocumentOperation> log)
    : IPartnerOperation<RegisterPostDocument>
{
    /// <inheritdoc/>
    public Repeatability RepeatabilityOf(RegisterPostDocument command) => Repeatability.Deduplicates();

    /// <inheritdoc/>
    public async Task<Outcome> CallAsync(RegisterPostDocument command, PartnerCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(call);
        PostContact? contact;
        try
        {
            contact = await contacts.FindAsync(command.Parcel.Dossier, cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException and not OutOfMemoryException)
        {
            VnPostLog.ContactNotRead(log, command.Parcel.Dossier.Value, fault.GetType().Name);
            return Outcome.Transient($"the contact could not be read: {fault.GetType().Name}");
        }

        if (RequestOf(command, contact) is not { } request)
        {
            // The order itself will be held for the same reason, where somebody sees it.
            const string Reason = "Hồ sơ không có địa chỉ đủ để đăng ký với bưu chính";
            return Outcome.Refused(Reason, new PostDocumentAnswered(command.Parcel, IsRegistered: false, Reason));
        }

        var exchange = await client.PostAsync(settings.DocumentPath, VnPostJson.Write(request), call.Timeout, cancellationToken);
        var party = request.DocumentSender ?? request.ResultReceiver;
        return PostOutcome.Of(
            PostAnswer.Judge(exchange, settings, party?.Name, party?.Phone, party?.Address, party?.Email),
            _ => new PostDocumentAnswered(command.Parcel, IsRegistered: true, Reason: null),
            reason => new PostDocumentAnswered(command.Parcel, IsRegistered: false, reason),
            settings,
            log);
    }

    /// <summary>Never called: it is sent again instead.</summary>
    public Task<Outcome> AskAsync(RegisterPostDocument command, PartnerCall call, CancellationToken cancellationToken) =>
        Task.FromResult(Outcome.Absent("the dossier is registered again"));

    private DocumentRequest? RequestOf(RegisterPostDocument command, PostContact? contact)
    {
        if (contact?.Postal is not { } postal || (postal.Name ?? contact.Name) is not { } name || (postal.Phone ?? contact.Phone) is not { } phone) return null;
        if (tables.Places.Find(postal.Place, VietnamTime.DayOf(time.GetUtcNow())) is not { } place) return null;
        var party = new DocumentParty
        {
            Name = name.Reveal(),
            Phone = phone.Reveal(),
            ProvinceCode = place.Province.ToString(CultureInfo.InvariantCulture),
            DistrictCode = place.District?.ToString(CultureInfo.InvariantCulture),
            Address = contact.PlaceName.Length == 0 ? postal.Address.Reveal() : $"{postal.Address.Reveal()}, {contact.PlaceName}",
            Email = contact.Email?.Reveal(),
        };
        return new DocumentRequest
        {
            CustomerCode = settings.CustomerOf(command.Agency),
            OrderNumber = PostOrderNumber.Of(command.Parcel, 1).Value,
            Procedure = new DocumentProcedure(contact.ProcedureCode, contact.ProcedureName, contact.SectorName, contact.Papers),
            IsSendDocument = command.Services.HasFlag(PostServices.CollectPapers),
            DocumentSender = command.Services.HasFlag(PostServices.CollectPapers) ? party : null,
            IsReceiveResult = command.Services.HasFlag(PostServices.ReturnResult),
            ResultReceiver = command.Services.HasFlag(PostServices.ReturnResult) ? party : null,
            State = settings.DocumentState,
        };
    }
}
