using System.Globalization;
using DichVuCong.Messaging;

namespace DichVuCong.Adapters.SmsBrandname;

/// <summary>
/// Viettel's bulk SMS over SOAP, or a reseller's look-alike (<c>external-parties.md</c> C1). It knows a repeated message by number and text,
/// not by our key; a duplicate counts as sent. It tells nothing of delivery.
/// </summary>
internal sealed class ViettelProvider : ISmsProvider
{
    private readonly SmsBrandnameSettings _settings;
    private readonly SoapClient _client;

    public ViettelProvider(HttpClient http, SmsBrandnameSettings settings, TimeProvider time)
    {
        settings.ThrowIfInvalid();
        _settings = settings;
        _client = new SoapClient(http, settings, time);
        Terms = new SmsTerms(
            SmsProviders.Viettel, settings.Unicode, settings.MaxPlainLength, settings.MaxUnicodeLength,
            new Repeatability(RepeatabilityClass.Deduplicates, settings.DuplicateWindow, settings.WhenUnknown),
            settings.ConfigurationRetryAfter, new SmsTemplates(settings.Templates, settings.Unicode), settings.PricePerSegment);
    }

    /// <inheritdoc/>
    public SmsTerms Terms { get; }

    /// <inheritdoc/>
    public async Task<SmsResult> SendAsync(SmsMessage message, CancellationToken cancellationToken)
    {
        (string Name, string Value)[] parameters =
        [
            ("RequestID", _settings.RequestID.ToString(CultureInfo.InvariantCulture)),
            ("UserID", message.Phone.Reveal()),
            ("ReceiverID", message.Phone.Reveal()),
            ("ServiceID", _settings.ServiceID),
            ("CommandCode", _settings.CommandCode),
            ("Content", message.Content.Text),
            ("ContentType", message.Content.Unicode ? _settings.UnicodeContentType : _settings.PlainContentType),
        ];
        var exchange = await _client.CallAsync(_settings.SendOperation, parameters, cancellationToken);
        return new SmsResult(SmsJudge.Judge(exchange, _settings.SuccessResult), exchange.RetryAfter);
    }
}
