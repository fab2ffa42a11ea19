using System.Net;

namespace DichVuCong.Adapters.SmsBrandname;

/// <summary>Asks the provider for our balance (<c>checkBalance</c>): also the cheapest proof that address, account and password are right.</summary>
public sealed class SmsBalanceQuery
{
    private const string Operation = "checkBalance";

    private readonly SoapClient _provider;

    /// <summary>Creates the query.</summary>
    /// <exception cref="ArgumentException">A setting is wrong; the message names every field that is.</exception>
    public SmsBalanceQuery(HttpClient http, SmsBrandnameSettings settings, TimeProvider time)
    {
        settings.ThrowIfInvalid();
        _provider = new SoapClient(http, settings, time);
    }

    /// <summary>Asks.</summary>
    public async Task<SmsBalance> AskAsync(CancellationToken cancellationToken)
    {
        var exchange = await _provider.CallAsync(Operation, ReadOnlyMemory<(string Name, string Value)>.Empty, cancellationToken);
        return exchange switch
        {
            { Phase: not ExchangePhase.Answered } => new SmsBalance(IsAnswered: false, $"no answer: {exchange.Cause}"),
            { Status: HttpStatusCode.OK, Answer: { } answer } when answer["ErrDesc"] is { } description => new SmsBalance(IsAnswered: true, description),
            _ => new SmsBalance(IsAnswered: false, $"HTTP {(int?)exchange.Status} without ErrDesc"),
        };
    }
}

/// <summary>What the provider says of our balance.</summary>
/// <param name="IsAnswered">Whether it answered the question.</param>
/// <param name="Description">Its ErrDesc as it stands, for an operator to read; or what came instead.</param>
public sealed record SmsBalance(bool IsAnswered, string Description);
