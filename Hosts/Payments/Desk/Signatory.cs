using DichVuCong.Registries.Operations.Access;

namespace DichVuCong.Payments.Desk;

/// <summary>Who signs an order about money: the account under which it is kept, and by which four eyes are told apart, and the operator behind it.</summary>
/// <param name="Account">The account, unchanging: it stands in registries and reports.</param>
/// <param name="Person">The operator, with role and scope.</param>
public sealed record Signatory(string Account, Operator Person)
{
    /// <summary>Somebody who is signed in at the screen: known by the identity provider's subject, since names change and are shared.</summary>
    public static Signatory OfScreen(Operator person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return new Signatory(person.Subject, person);
    }

    /// <summary>Somebody at the command line.</summary>
    /// <param name="account">What they call themselves: <c>DVC_OPERATOR</c>, or the user of the operating system.</param>
    /// <param name="person">Who they are.</param>
    public static Signatory OfCommand(string account, Operator person) => new(account, person);
}
