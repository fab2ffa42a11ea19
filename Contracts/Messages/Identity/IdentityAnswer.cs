namespace DichVuCong.Contracts.Identity;

/// <summary>Why a source of identity or of national data did not give what was asked for.</summary>
public enum IdentityRefusal : byte
{
    /// <summary>The person did not want to, or was not let in at the source.</summary>
    Declined = 1,

    /// <summary>The code or token was used, or its time is over: the person may begin again.</summary>
    Expired = 2,

    /// <summary>There is nobody and nothing of that number.</summary>
    NotFound = 3,

    /// <summary>Our account, key, address or set-up is wrong: operators must be told.</summary>
    Configuration = 4,

    /// <summary>The answer is not the source's, or not as agreed: nothing of it is believed.</summary>
    Broken = 5,
}

/// <summary>
/// What came of asking a source: a closed set. Reasons are English and hold no body, no secret and nothing about a person.
/// </summary>
/// <typeparam name="T">What the source gives.</typeparam>
public abstract record IdentityAnswer<T>
    where T : class
{
    private IdentityAnswer()
    {
    }

    /// <summary>The source gave it.</summary>
    /// <param name="Value">What it gave.</param>
    public sealed record Given(T Value) : IdentityAnswer<T>;

    /// <summary>The source, or what it said, is a no that repeating does not change.</summary>
    /// <param name="Kind">What kind of no.</param>
    /// <param name="Code">The source's code, <c>HTTP nnn</c>, or a word of ours.</param>
    /// <param name="Reason">What it means.</param>
    public sealed record Refused(IdentityRefusal Kind, string Code, string Reason) : IdentityAnswer<T>;

    /// <summary>The source cannot be reached or asks for patience.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="RetryAfter">How long it asked us to wait.</param>
    public sealed record Away(string Reason, TimeSpan? RetryAfter = null) : IdentityAnswer<T>
    {
        /// <summary>Whether no answer came at all: then it may be the network's doing.</summary>
        public bool IsSilent { get; init; }
    }

    /// <summary>The same end for another kind of answer; null when something was given.</summary>
    /// <typeparam name="TOther">The other kind.</typeparam>
    public IdentityAnswer<TOther>? EndAs<TOther>()
        where TOther : class => this switch
        {
            Refused refused => new IdentityAnswer<TOther>.Refused(refused.Kind, refused.Code, refused.Reason),
            Away away => new IdentityAnswer<TOther>.Away(away.Reason, away.RetryAfter) { IsSilent = away.IsSilent },
            _ => null,
        };

    /// <summary>How it went, without what was given.</summary>
    public sealed override string ToString() => this switch
    {
        Refused refused => $"refused ({refused.Kind}): {refused.Code}, {refused.Reason}",
        Away away => $"away: {away.Reason}",
        _ => "given",
    };
}
