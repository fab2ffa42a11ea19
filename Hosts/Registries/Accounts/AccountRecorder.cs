using DichVuCong.Contracts.Accounts;
using DichVuCong.Registries.Payments;
using DichVuCong.Registries.Sealing;
using DichVuCong.Runtime.Recording;
using Npgsql;

namespace DichVuCong.Registries.Accounts;

/// <summary>
/// Writes the registry of accounts: what the door took, and what the sagas decide, each in the transaction of its cause. A row that is told again
/// is the same row.
/// </summary>
public sealed class AccountRecorder(Sealer sealer) : IRecorder
{
    /// <summary>The endpoint's name; the topology's sagas send to it.</summary>
    public const string EndpointName = "account-registry";

    private readonly ProfileWrites _profiles = new(sealer);
    private readonly FormWrites _forms = new(sealer);

    /// <inheritdoc/>
    public string Endpoint => EndpointName;

    /// <inheritdoc/>
    public void Record(IReadOnlyList<RecordedMessage> messages, NpgsqlBatch batch)
    {
        ArgumentNullException.ThrowIfNull(messages);
        ArgumentNullException.ThrowIfNull(batch);
        _profiles.Register(batch, PaymentRecorder.Of<RegisterAccount>(messages));
        _profiles.Keep(batch, PaymentRecorder.Of<KeepProfile>(messages));
        _forms.Requests(batch, PaymentRecorder.Of<KeepRequestForm>(messages));
        _forms.Proposals(batch, PaymentRecorder.Of<KeepProposal>(messages));
        FormWrites.Decisions(batch, PaymentRecorder.Of<DecideProposal>(messages));
        AccountWrites.Accounts(batch, PaymentRecorder.Of<UpdateAccountRow>(messages));
        AccountWrites.Steps(batch, PaymentRecorder.Of<KeepAccountStep>(messages));
        RequestWrites.Requests(batch, PaymentRecorder.Of<UpdateRequestRow>(messages));
        RequestWrites.Pushes(batch, PaymentRecorder.Of<UpdatePushRow>(messages));
        ReviewWrites.Reviews(batch, PaymentRecorder.Of<UpdateReviewRow>(messages));
        ReviewWrites.Results(batch, PaymentRecorder.Of<KeepReviewRow>(messages));
    }
}
