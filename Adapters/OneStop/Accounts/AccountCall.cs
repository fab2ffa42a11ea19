using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DichVuCong.Adapters.OneStop.Outbound;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Messaging;

namespace DichVuCong.Adapters.OneStop.Accounts;

/// <summary>What a call came to: an answer of the contract, or the outcome that it has instead.</summary>
internal readonly record struct AccountAnswer<T>(T? Value, Outcome? Failure, string? Refusal)
    where T : class;

/// <summary>Makes the calls of the accounts' contract and says what they came to. All of them can be repeated.</summary>
internal sealed class AccountCall(HttpClient http, IOneStopDirectory directory, TimeProvider time)
{
    private readonly OneStopCall _call = new(http, time);

    /// <summary>Asks a system; a refusal has its own words, masked of what is personal.</summary>
    public async Task<AccountAnswer<TAnswer>> AskAsync<TAnswer>(
        string code, string path, byte[] body, JsonTypeInfo<TAnswer> json, IEnumerable<string> personal, TimeSpan timeout, CancellationToken cancellationToken)
        where TAnswer : class
    {
        if (directory.Find(code) is not { } system) return Failed<TAnswer>(Outcome.Transient("the system has no settings"));
        if (OneStopAddress.BaseOf(system) is not { } baseUrl) return Failed<TAnswer>(Outcome.Transient("the system has no address that can be called"));
        return await AskAsync(system, baseUrl, path, body, json, personal, timeout, cancellationToken);
    }

    private static AccountAnswer<T> Failed<T>(Outcome outcome)
        where T : class => new(Value: null, outcome, Refusal: null);

    private static AccountAnswer<T> Refused<T>(CallResult.Answered answered, string text)
        where T : class => new(Value: null, Outcome.Refused(ReasonOf(answered)), text);

    private static string ReasonOf(CallResult.Answered answered) => string.Create(CultureInfo.InvariantCulture, $"HTTP {answered.Status}");

    private static string TextOf(CallResult.Answered answered, IEnumerable<string> personal)
    {
        var message = Read(answered.Body, AccountWireJson.Default.AccountRefusal)?.Message;
        return string.IsNullOrWhiteSpace(message)
            ? string.Create(CultureInfo.InvariantCulture, $"Không nêu lý do (HTTP {answered.Status}).")
            : RefusalText.Of(message, personal);
    }

    private static T? Read<T>(ReadOnlyMemory<byte> body, JsonTypeInfo<T> json)
        where T : class
    {
        if (body.IsEmpty) return null;
        try
        {
            return JsonSerializer.Deserialize(body.Span, json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<AccountAnswer<TAnswer>> AskAsync<TAnswer>(
        OneStopSystem system, Uri baseUrl, string path, byte[] body, JsonTypeInfo<TAnswer> json, IEnumerable<string> personal, TimeSpan timeout,
        CancellationToken cancellationToken)
        where TAnswer : class
    {
        switch (await _call.PostAsync(system, baseUrl, path, body, timeout, cancellationToken))
        {
            case CallResult.NotSent notSent:
                return Failed<TAnswer>(Outcome.Transient(notSent.Reason));
            case CallResult.Lost lost:
                return Failed<TAnswer>(Outcome.Unknown(lost.Reason));
            case CallResult.Answered { IsSuccess: true } answered:
                return Read(answered.Body, json) is { } value
                    ? new AccountAnswer<TAnswer>(value, Failure: null, Refusal: null)
                    : Failed<TAnswer>(Outcome.Unknown($"{ReasonOf(answered)}, no answer of the contract"));
            // Whoever has not built it yet: shown as refused, and told again once a comparison finds that it has.
            case CallResult.Answered { Status: 404 or 405 or 501 } answered:
                return Refused<TAnswer>(answered, string.Create(CultureInfo.InvariantCulture, $"Hệ thống chưa có địa chỉ nhận tài khoản (HTTP {answered.Status})."));
            case CallResult.Answered answered:
                return StatusTable.Of(answered.Status, answered.RetryAfter is not null) switch
                {
                    StatusMeaning.Refused => Refused<TAnswer>(answered, TextOf(answered, personal)),
                    StatusMeaning.NotReached => Failed<TAnswer>(Outcome.Transient($"{ReasonOf(answered)}: check the system's address and credentials")),
                    StatusMeaning.Later => Failed<TAnswer>(Outcome.Transient(ReasonOf(answered), answered.RetryAfter)),
                    _ => Failed<TAnswer>(Outcome.Unknown(ReasonOf(answered))),
                };
            case var other:
                throw new System.Diagnostics.UnreachableException(other.GetType().Name);
        }
    }
}
