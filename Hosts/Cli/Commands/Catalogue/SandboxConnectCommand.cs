using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Cli.Commands.Catalogue;

/// <summary><c>dvc sandbox connect</c>: every one-stop system answers at the sandbox.</summary>
internal sealed class SandboxConnectCommand : DvcCommand
{
    private readonly Option<Uri?> _url = new("--url")
    {
        Description = "Where the sandbox answers. Default: this machine, by DVC_PORT_BASE.",
        HelpName = "URL",
        CustomParser = result =>
        {
            if (Uri.TryCreate(result.Tokens is [var token] ? token.Value : "", UriKind.Absolute, out var url) && url.Scheme is "http" or "https") return url;
            result.AddError("--url must be an absolute http address.");
            return null;
        },
    };

    public SandboxConnectCommand(CliEnvironment environment)
        : base(environment, "connect", "Point every one-stop system at the sandbox. Refused outside Development.") => Options.Add(_url);

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        work.Settings.RequireDevelopment("dvc sandbox connect");
        var root = (arguments.GetValue(_url) ?? work.Settings.Sandbox).AbsoluteUri.TrimEnd('/');
        var catalogue = await work.LoadCatalogueAsync(cancellationToken);
        var systems = catalogue.Data.Systems.Select(system => Connect(system, root)).ToList();
        await work.Catalogue.ConfigureAsync(systems, cancellationToken);
        return new Answer(new { url = root, systems = systems.Count }, console => console.Line($"{systems.Count} hệ thống một cửa trỏ tới {root}/agency/<mã>."));
    }

    private static OneStopSystem Connect(OneStopSystem system, string root) => system with
    {
        BaseUrl = new Uri($"{root}/agency/{Uri.EscapeDataString(system.Code)}"),
        RedirectTemplate = $"{root}/agency/{Uri.EscapeDataString(system.Code)}/nop-ho-so?thu-tuc={{procedure}}&co-quan={{agency}}",
    };
}
