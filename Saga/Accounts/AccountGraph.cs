using DichVuCong.Contracts.Accounts;
using DichVuCong.Saga.Payments;
using static DichVuCong.Contracts.Accounts.AccountState;

namespace DichVuCong.Saga.Accounts;

/// <summary>What moves an account along an edge.</summary>
public enum AccountMove
{
    /// <summary>The request was found valid.</summary>
    Check,

    /// <summary>The request was approved.</summary>
    Approval,

    /// <summary>The request was refused.</summary>
    Refusal,

    /// <summary>The account was made.</summary>
    Creation,

    /// <summary>It was handed over.</summary>
    HandOver,

    /// <summary>The commitment is there and it was handed over.</summary>
    Commitment,

    /// <summary>Signs of intrusion.</summary>
    Suspension,

    /// <summary>A cause of A11.1.</summary>
    Lock,

    /// <summary>A lock or a suspension was lifted.</summary>
    Unlock,

    /// <summary>Taken away for good.</summary>
    Withdrawal,
}

/// <summary>
/// The states of an account and the edges between them; ours, of A9-A11. A lock that falls on an account that nobody has yet is lifted back to
/// where it was: unlocking never turns on what was not handed over and committed to.
/// </summary>
public static class AccountGraph
{
    /// <summary>The graph.</summary>
    public static StateTable<AccountState, AccountMove> Table { get; } = new(
        ([Requested], AccountMove.Check, [Checked]),
        ([Requested, Checked], AccountMove.Refusal, [Refused]),
        ([Checked], AccountMove.Approval, [Approved]),
        ([Approved], AccountMove.Creation, [Created]),
        ([Created], AccountMove.HandOver, [HandedOver]),
        ([Created, HandedOver], AccountMove.Commitment, [Active]),
        ([Active], AccountMove.Suspension, [Suspended]),
        ([Created, HandedOver, Active, Suspended], AccountMove.Lock, [Locked]),
        ([Suspended], AccountMove.Unlock, [Active]),
        ([Locked], AccountMove.Unlock, [Created, HandedOver, Active]),
        ([Approved, Created, HandedOver, Active, Suspended, Locked], AccountMove.Withdrawal, [Withdrawn]));

    /// <summary>The states in which the account exists: one-stop systems know it.</summary>
    public static bool Exists(AccountState state) => state is Created or HandedOver or Active or Suspended or Locked;

    /// <summary>The states that nothing follows.</summary>
    public static bool IsFinal(AccountState state) => state is Refused or Withdrawn;
}
