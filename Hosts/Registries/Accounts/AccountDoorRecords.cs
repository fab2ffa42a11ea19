using DichVuCong.Contracts.Accounts;
using DichVuCong.Messaging;

namespace DichVuCong.Registries.Accounts;

/// <summary>
/// An account is born at the door: its permanent row and the first revision of its profile, in the commit of the call's acceptance. A person
/// who has one already breaks <see cref="AccountConstraints.Person"/>, an identity that was drawn twice
/// <see cref="AccountConstraints.Account"/>; either way nothing of the call is kept.
/// </summary>
/// <param name="Profile">Who it is; kept sealed. Its revision is 1.</param>
/// <param name="Kind">The kind of account.</param>
/// <param name="State">Where it begins: <see cref="AccountState.Requested"/> or <see cref="AccountState.Created"/>.</param>
/// <param name="At">When.</param>
public sealed record RegisterAccount(AccountProfile Profile, AccountKind Kind, AccountState State, DateTimeOffset At);

/// <summary>Keeps another revision of a profile, sealed; <see cref="ChangeProfile"/> goes with it.</summary>
/// <param name="Profile">The profile.</param>
public sealed record KeepProfile(AccountProfile Profile);

/// <summary>The rules of the database that a call can break: what <c>DoorRejectedException.Constraint</c> names then.</summary>
public static class AccountConstraints
{
    /// <summary>The person has an account already (A9.2).</summary>
    public const string Person = "account_person";

    /// <summary>An identity is taken: another is to be drawn.</summary>
    public const string Account = "account_pkey";

    /// <summary>Another call has stored this revision of the profile.</summary>
    public const string Profile = "profile_pkey";
}

/// <summary>The rows of accounts that the door writes.</summary>
public static class AccountDoorRecords
{
    /// <summary>Declares them to a topology, owned by the recorder of the registry of accounts.</summary>
    public static Topology AddAccountDoorRecords(this Topology topology)
    {
        ArgumentNullException.ThrowIfNull(topology);
        return topology
            .Message(new RecordType<RegisterAccount>("accounts.register-account.v1", record => record.Profile.Account.Value))
            .Message(new RecordType<KeepProfile>("accounts.keep-profile.v1", record => record.Profile.Account.Value))
            .Message(new RecordType<KeepRequestForm>("accounts.keep-request-form.v1", record => record.Id))
            .Message(new RecordType<KeepProposal>("accounts.keep-proposal.v1", record => record.Key))
            .Message(new RecordType<DecideProposal>("accounts.decide-proposal.v1", record => $"{record.System}/{record.Id}"))
            .Recorder(
                AccountRecorder.EndpointName, typeof(RegisterAccount), typeof(KeepProfile), typeof(KeepRequestForm), typeof(KeepProposal), typeof(DecideProposal));
    }
}
