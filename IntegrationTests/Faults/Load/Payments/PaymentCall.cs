namespace DichVuCong.Faults.Load.Payments;

/// <summary>What a call about money was meant as.</summary>
internal enum PaymentPurpose
{
    /// <summary>A new obligation.</summary>
    State,

    /// <summary>The same obligation again: the first answer must come again.</summary>
    Repeat,

    /// <summary>The same id with another amount: it must be refused.</summary>
    Change,

    /// <summary>The obligation is taken back.</summary>
    Cancel,

    /// <summary>A citizen wants to pay an order.</summary>
    Pay,

    /// <summary>The agency decided on a refund.</summary>
    Decide,
}

/// <summary>The caller's own record of a call about money, with all its attempts.</summary>
/// <param name="Number">Which obligation it is about.</param>
/// <param name="Purpose">What it was meant as.</param>
/// <param name="Key">The obligation's id, or the order's reference.</param>
internal sealed record PaymentCall(int Number, PaymentPurpose Purpose, string Key)
{
    /// <summary>The attempts in their order.</summary>
    public List<Attempt> Attempts { get; } = [];

    /// <summary>The status of the final answer; 0 when none came.</summary>
    public int Status { get; set; }

    /// <summary>The body of the final answer.</summary>
    public string Body { get; set; } = "";

    /// <summary>For an obligation: the token of the system that states it.</summary>
    public string Token { get; init; } = "";

    /// <summary>For an obligation: what is to come to each beneficiary account.</summary>
    public IReadOnlyDictionary<string, long> Split { get; init; } = new Dictionary<string, long>(StringComparer.Ordinal);

    /// <summary>For an obligation: whether its time is so short that it may be over by the Gateway's clock when it comes there.</summary>
    public bool MayBeTooLate { get; init; }

    /// <summary>For an order to be paid: the partner. For a decision: its number.</summary>
    public string Detail { get; init; } = "";

    /// <summary>Whether the Gateway said that it has it: from then on it must not be lost.</summary>
    public bool IsAccepted => Status is 200 or 201 or 202;
}
