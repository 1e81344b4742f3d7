# One image for both: "store serve" and "worker". Build: docker build -t secretsaudit .
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/SecretsAudit.Cli -c Release -o /app -nologo

FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY --from=build /app /app
# The volumes' folders exist with the right owner, so that named volumes get it.
RUN install -d -o app -g app -m 700 /data /credentials /reports
USER app
WORKDIR /reports
VOLUME ["/data", "/credentials", "/reports"]
EXPOSE 4599 4600
ENTRYPOINT ["dotnet", "/app/secretsaudit.dll"]
CMD ["audit"]
