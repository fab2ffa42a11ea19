using DichVuCong.Sandbox.Banks.Books;
using DichVuCong.Sandbox.Banks.Callbacks;

namespace DichVuCong.Sandbox.Banks;

/// <summary>A bank or intermediary: how it counts days, what its codes are, and how it tells the portal.</summary>
internal interface IBank
{
    /// <summary>Its name, as in <c>/callbacks/{name}</c>.</summary>
    string Name { get; }

    /// <summary>Whether payers pay at a page of its own: once, and not after the end.</summary>
    bool IsPage { get; }

    /// <summary>From when on a payment belongs to the next day.</summary>
    TimeSpan CutOff { get; }

    /// <summary>The family of its statements.</summary>
    string StatementFamily { get; }

    /// <summary>Its code for a payment that was made.</summary>
    string PaidCode { get; }

    /// <summary>Its code for an attempt that failed; null when it tells nobody of those.</summary>
    string? FailedCode { get; }

    /// <summary>How often it tells the same, and when again.</summary>
    ResendPolicy Resends { get; }

    /// <summary>Tells the portal of a transaction, once.</summary>
    /// <param name="order">The order.</param>
    /// <param name="transaction">The transaction.</param>
    /// <param name="isForged">Whether the signature is spoilt, on purpose.</param>
    /// <param name="cancellationToken">The sandbox stops.</param>
    Task<CallbackVerdict> TellAsync(BankOrderRecord order, BankTransaction transaction, bool isForged, CancellationToken cancellationToken);
}
